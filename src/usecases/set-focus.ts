import { focusLimit, type IndicatorKey } from '../domain/check-in/choose-indicators.ts';
import { localDay } from '../domain/check-in/local-time.ts';
import { focusAfter, isSameIndicator, type SentForm } from '../domain/check-in/settings.ts';
import { findCandidateFacts } from '../storage/check-ins/find-candidates.ts';
import { replaceFocus } from '../storage/people/focus.ts';
import { lockMember } from '../storage/people/lock-member.ts';
import { findSchedule } from '../storage/people/schedules.ts';
import { candidatesFrom } from './candidates.ts';
import type { Asker } from './change-own-times.ts';
import type { Context } from './context.ts';

/**
 * `too-many`: more than `limit` were chosen; `too-many-with-others`: they are with what was chosen elsewhere since the form
 * was opened; `not-yours`: one is not of a standard that they work to.
 */
export type FocusChange =
  | { readonly outcome: 'done' }
  | {
      readonly outcome: 'refused';
      readonly problem: 'too-many' | 'too-many-with-others' | 'not-yours' | 'not-a-member';
      readonly limit: number;
    };

/** Keeps what the one who asks has changed in the form of their focus indicators. */
export async function setFocus(
  context: Context,
  {
    workspaceId,
    slackUserId,
    form,
  }: Asker & { readonly form: SentForm<readonly IndicatorKey[], readonly IndicatorKey[]> },
): Promise<FocusChange> {
  const now = context.now();
  return await context.database.prisma.$transaction(async (tx): Promise<FocusChange> => {
    const member = await lockMember(tx, workspaceId, slackUserId);
    const schedule = await findSchedule(tx, workspaceId);
    const limit = schedule === undefined ? 0 : focusLimit(schedule.itemsPerCheckIn);
    if (member === undefined || !member.active) {
      return { outcome: 'refused', problem: 'not-a-member', limit };
    }
    const { memberId, timeZone } = member;
    if (form.sent.length > limit) return { outcome: 'refused', problem: 'too-many', limit };
    const [facts] = await findCandidateFacts(tx, [{ workspaceId, memberId, day: localDay(now, timeZone) }]);
    const own = candidatesFrom(context.library, facts);
    const focus = focusAfter(
      form,
      own.filter(({ focusSince }) => focusSince !== undefined),
    );
    if (!focus.every((key) => own.some((each) => isSameIndicator(key, each)))) {
      return { outcome: 'refused', problem: 'not-yours', limit };
    }
    if (focus.length > limit) return { outcome: 'refused', problem: 'too-many-with-others', limit };
    await replaceFocus(tx, { workspaceId, memberId }, focus, now);
    return { outcome: 'done' };
  });
}
