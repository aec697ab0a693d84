import type { Queryable } from '../storage/database.ts';
import { type KnownMember, lockMember } from '../storage/people/lock-member.ts';
import type { Context } from './context.ts';
import { changeTimes } from './renew-schedules.ts';

/** A member who changes their own settings, as Slack names them. */
export interface Asker {
  readonly workspaceId: string;
  readonly slackUserId: string;
}

/** What became of such a change; a refused one has changed nothing. */
export type OwnChange<Problem extends string, Done extends object = object> =
  | ({
      readonly outcome: 'done';
      /** When their next check-in comes now; undefined where none does: no standard, or nothing but rest. */
      readonly nextCheckInAt: Date | undefined;
      /** Nothing is sent before the workspace's schedule is started. */
      readonly started: boolean;
    } & Done)
  | { readonly outcome: 'refused'; readonly problem: Problem | 'not-a-member' };

/**
 * Changes something that decides when things are due to the one who asks, and to nobody else; their times move in
 * the same transaction. `change` answers what is wrong with it, or what it has done.
 */
export async function changeOwnTimes<Problem extends string, Done extends object>(
  context: Context,
  asker: Asker,
  change: (tx: Queryable, member: KnownMember) => Promise<{ problem: Problem } | { done: Done }>,
): Promise<OwnChange<Problem, Done>> {
  return await context.database.prisma.$transaction(async (tx): Promise<OwnChange<Problem, Done>> => {
    const member = await lockMember(tx, asker.workspaceId, asker.slackUserId);
    if (member === undefined || !member.active) return { outcome: 'refused', problem: 'not-a-member' };
    const { answer, plan } = await changeTimes(context, tx, asker, () => change(tx, member));
    if ('problem' in answer) return { outcome: 'refused', problem: answer.problem };
    return {
      ...answer.done,
      outcome: 'done',
      nextCheckInAt: plan.participants[0]?.nextCheckInAt,
      started: plan.schedule.startedAt !== undefined,
    };
  });
}
