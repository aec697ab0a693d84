import { z } from 'zod';
import type { Verdict } from './checker.ts';
import type { RecordedEntry } from './slack-control.ts';

const asked = z.looseObject({ has_metadata: z.boolean() }).optional();
const refused = z.looseObject({
  kind: z.literal('refused'),
  method: z.string(),
  error: z.literal('ratelimited'),
  machine_ms: z.number(),
  asked,
});
const held = z.looseObject({
  kind: z.literal('fault'),
  method: z.string(),
  fault: z.literal('429'),
  first: z.boolean(),
  machine_ms: z.number(),
  asked,
});

/** Calls that were on their way when the first of a burst was refused; every process has heard of it after this. */
const IN_FLIGHT_MS = 250;
/** What a `429` asks for here, at least. */
const RETRY_AFTER_MS = 1_000;

/**
 * No message that nobody waits for goes out while Slack wants none: of each burst only the first is refused, and
 * what was on its way with it. Messages that somebody waits for carry no delivery and are not held to this.
 */
export function checkLimits(record: readonly RecordedEntry[]): Pick<Verdict, 'limitsExceeded'> {
  const limitsExceeded: string[] = [];
  const begun = new Map<string, number>();
  for (const entry of record) {
    const call = refused.safeParse(entry).data ?? held.safeParse(entry).data;
    if (call === undefined) continue;
    const burst = begun.get(call.method) ?? Number.NEGATIVE_INFINITY;
    const age = call.machine_ms - burst;
    if (age > RETRY_AFTER_MS) {
      begun.set(call.method, call.machine_ms);
    } else if (age > IN_FLIGHT_MS && call.asked?.has_metadata === true) {
      limitsExceeded.push(`${call.method} ${age} ms after it was told to wait (entry ${entry.number})`);
    }
  }
  return { limitsExceeded };
}
