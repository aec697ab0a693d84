import { setTimeout as pause } from 'node:timers/promises';
import { json, type Outcome, type Reply, type SimulatorRequest, text } from '../http/route.ts';
import type { AskedRecord } from '../record.ts';
import type { Slack } from '../slack.ts';

/** Answers a call the app makes, unless a fault strikes before, or after it was done. */
export async function withFaults(
  slack: Slack,
  method: string,
  { signal }: SimulatorRequest,
  answer: () => Reply,
  asked?: AskedRecord,
): Promise<Outcome> {
  const hit = slack.faults.hit(method);
  if (hit === undefined) return answer();
  slack.record.add({
    kind: 'fault',
    method,
    fault: hit.kind,
    ...(hit.kind === '429' ? { first: hit.isFirst } : {}),
    ...(asked === undefined ? {} : { asked }),
  });
  switch (hit.kind) {
    case '429':
      return json({ ok: false, error: 'ratelimited' }, 429, {
        'retry-after': String(hit.retryAfterSeconds),
      });
    case '500':
      return text('Internal Server Error', 500);
    case 'reset':
      return 'reset';
    case 'timeout-after':
      answer();
      return 'never';
    case 'slow': {
      const reply = answer();
      await pause(hit.slowMs, undefined, { signal }).catch(() => {});
      return reply;
    }
  }
}
