import { z } from 'zod';

/** A text file that the app has sent; what is in it stays apart from the message that shows it. */
export const StoredFile = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  content: z.string(),
});
export type StoredFile = z.infer<typeof StoredFile>;
