import { z } from 'zod';

export const itemReference = z.object({ checkIn: z.uuid(), item: z.int().min(0).max(9) });

/** Which item of which check-in a form is about, as it travels with the form. It proves nothing. */
export type ItemReference = z.infer<typeof itemReference>;

export function writeItemReference(reference: ItemReference): string {
  return JSON.stringify(reference);
}

export function readItemReference(metadata: unknown): ItemReference | undefined {
  return itemReference.safeParse(metadata).data;
}
