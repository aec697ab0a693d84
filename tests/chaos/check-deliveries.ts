import { z } from 'zod';
import type { Evidence, Verdict } from './checker.ts';

const posted = z.looseObject({
  kind: z.literal('message'),
  channel: z.string(),
  message: z.looseObject({
    ts: z.string(),
    metadata: z.looseObject({ event_payload: z.looseObject({ delivery_id: z.string() }) }),
  }),
});
const deleted = z.looseObject({ kind: z.literal('message-deleted'), channel: z.string(), ts: z.string() });

/**
 * Every check-in and digest that was due is visible exactly once, in the right person's DM, and nothing else is;
 * reminders, of which nobody knows beforehand how many are needed, at most once each.
 */
export function checkDeliveries({
  expected,
  record,
  database,
}: Evidence): Pick<Verdict, 'delivered' | 'lost' | 'doubled'> {
  const gone = new Set(
    record.flatMap((entry) => {
      const parsed = deleted.safeParse(entry).data;
      return parsed === undefined ? [] : [`${parsed.channel} ${parsed.ts}`];
    }),
  );
  const deliveries = new Map(database.deliveries.map((delivery) => [delivery.delivery_id, delivery]));
  const names = new Map([
    ...database.checkIns.map(
      (one) => [one.check_in_id, nameOf('check-in', one.slack_user_id, one.period)] as const,
    ),
    ...database.digests.map(
      (one) => [one.digest_id, nameOf('digest', one.slack_user_id, one.period)] as const,
    ),
  ]);
  const visible = new Map<string, number>();
  for (const entry of record) {
    const parsed = posted.safeParse(entry).data;
    if (parsed === undefined || gone.has(`${parsed.channel} ${parsed.message.ts}`)) continue;
    const delivery = deliveries.get(parsed.message.metadata.event_payload.delivery_id);
    const subject = names.get(delivery?.subject_id ?? '') ?? 'unknown';
    const what =
      delivery?.kind === 'check-in-reminder' ? `${REMINDER} ${delivery.delivery_id}, ${subject}` : subject;
    const name = `${what} in ${parsed.channel}`;
    visible.set(name, (visible.get(name) ?? 0) + 1);
  }
  const due = [
    ...expected.periods.flatMap((period) => expected.members.map((who) => dueTo('check-in', who, period))),
    ...expected.digestPeriods.flatMap((period) =>
      expected.supervisors.map((who) => dueTo('digest', who, period)),
    ),
  ];
  const isDue = new Set(due);
  return {
    delivered: due.filter((name) => visible.has(name)).length,
    lost: due.filter((name) => !visible.has(name)),
    doubled: [...visible].flatMap(([name, times]) => [
      ...(times > 1 ? [`${name}, ${times} times`] : []),
      ...(isDue.has(name) || name.startsWith(REMINDER) ? [] : [`${name}, which was not due`]),
    ]),
  };
}

const REMINDER = 'reminder';

function nameOf(kind: 'check-in' | 'digest', who: string, period: string): string {
  return `${kind} of ${period} to ${who}`;
}

/** The DM of `U…` is `D…`. */
function dueTo(kind: 'check-in' | 'digest', who: string, period: string): string {
  return `${nameOf(kind, who, period)} in D${who.slice(1)}`;
}
