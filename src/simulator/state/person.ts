import { z } from 'zod';

const Zone = z.string().refine(isZone, 'it is an IANA time zone, such as Asia/Taipei');

function isZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** A person or bot of the workspace, in the words of Slack's `users.info`. */
export const Person = z.strictObject({
  id: z.string().regex(/^[UW][A-Z0-9]+$/, 'it is an id such as U0NEW'),
  name: z.string().min(1),
  real_name: z.string(),
  email: z.string(),
  tz: Zone,
  /** As Slack writes it: `zh-TW`, `en-US`. */
  locale: z.string(),
  is_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  deleted: z.boolean().optional(),
  is_admin: z.boolean().optional(),
});
export type Person = Readonly<z.infer<typeof Person>>;
