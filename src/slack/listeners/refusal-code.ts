import { z } from 'zod';

const refusal = z.object({ data: z.object({ error: z.string() }) });

/** Why Slack refused a call, in its own word such as `hash_conflict`; undefined for whatever else went wrong. */
export function refusalCode(error: unknown): string | undefined {
  return refusal.safeParse(error).data?.data.error;
}
