import { addPeriods, type Period } from '../domain/check-in/period.ts';
import type { OwedCheckIns } from '../domain/check-in/plan-check-in.ts';
import { NOTICE_VERSION, NOTICES_PER_VERSION } from '../domain/people/notice.ts';
import type { Queryable } from '../storage/database.ts';
import { findNoticeFacts } from '../storage/notices/find-notice-facts.ts';
import { insertNotices } from '../storage/notices/insert-notices.ts';
import type { DueMember } from '../storage/people/due-members.ts';
import type { Context } from './context.ts';

type MemberKey = Pick<DueMember, 'workspaceId' | 'memberId'>;

/** Whether the notice stands between a member and a check-in, and the period in which it did until its end. */
interface NoticeInTheWay {
  readonly acknowledged: boolean;
  readonly heldUp: readonly { readonly period: Period; readonly reason: 'not-acknowledged' }[];
}

/**
 * Who of those to whom something is owed has not read the notice. A period that it held up is noted when the next one
 * is looked after, when it is over: until its end the member may still read it and have its check-in.
 */
export async function findNoticesInTheWay(
  tx: Queryable,
  owed: readonly (OwedCheckIns & { readonly member: MemberKey })[],
): Promise<(member: MemberKey) => NoticeInTheWay> {
  const key = ({ workspaceId, memberId }: MemberKey) => `${workspaceId} ${memberId}`;
  const members = owed.flatMap(({ member: { workspaceId, memberId }, notHeld, due }) => {
    const first = notHeld[0] ?? due;
    return first === undefined ? [] : [{ workspaceId, memberId, before: addPeriods(first.period, -1) }];
  });
  if (members.length === 0) return () => ({ acknowledged: false, heldUp: [] });
  const before = new Map(members.map((member) => [key(member), member.before]));
  const facts = await findNoticeFacts(tx, members, NOTICE_VERSION);
  const inTheWay = new Map(
    facts.map(({ acknowledged, heldUpBefore, ...member }): [string, NoticeInTheWay] => {
      const period = before.get(key(member));
      const heldUp = heldUpBefore && period !== undefined ? [period] : [];
      return [
        key(member),
        { acknowledged, heldUp: heldUp.map((each) => ({ period: each, reason: 'not-acknowledged' })) },
      ];
    }),
  );
  return (member) => inTheWay.get(key(member)) ?? { acknowledged: false, heldUp: [] };
}

/**
 * Queues the notice instead of a check-in: of one that falls due in a few periods at most, of one that they have
 * `asked` for each time it was not sent in the period. Answers how many were queued.
 */
export async function queueNotices(
  { newId }: Context,
  tx: Queryable,
  toTell: readonly (MemberKey & { readonly period: Period })[],
  { now, asked }: { readonly now: Date; readonly asked: boolean },
): Promise<number> {
  if (toTell.length === 0) return 0;
  return await insertNotices(
    tx,
    toTell.map((member) => ({ ...member, deliveryId: newId() })),
    { version: NOTICE_VERSION, atMost: NOTICES_PER_VERSION, asked, now },
  );
}
