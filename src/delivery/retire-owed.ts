import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import type { EndedReminder } from '../storage/deliveries/retire-reminders.ts';
import { FAILURES, isItsTurn, type OwedParts, updateUnlessGone } from './owed-updates.ts';
import type { RenderedMessage } from './sender-parts.ts';

export interface RetireParts extends OwedParts {
  /** Claims a batch of reminders whose check-in asks no more; nobody else has them for a while. */
  readonly claim: (workspaceId: string) => Promise<readonly EndedReminder[]>;
  /** Notes that these ask no more. */
  readonly record: (workspaceId: string, retired: readonly EndedReminder[]) => Promise<void>;
  /** The line that a reminder ends as. */
  readonly render: (state: CheckInForMember) => RenderedMessage;
}

/**
 * Ends the reminders whose check-in asks no more, through `chat.update` and at its pace. One that is gone is given up;
 * one that fails is claimed again when its time is over. Answers how many were ended.
 */
export async function retireOwed(
  parts: RetireParts,
  workspaceId: string,
  signal: AbortSignal,
): Promise<number> {
  let total = 0;
  for (;;) {
    const ended = await parts.claim(workspaceId);
    const retired = await retire(parts, workspaceId, ended, signal);
    if (retired.length > 0) await parts.record(workspaceId, retired);
    total += retired.length;
    // One that failed, or had to wait, waits for the next tick; the others with it.
    if (ended.length === 0 || retired.length < ended.length) return total;
  }
}

async function retire(
  parts: RetireParts,
  workspaceId: string,
  ended: readonly EndedReminder[],
  signal: AbortSignal,
): Promise<EndedReminder[]> {
  const retired: EndedReminder[] = [];
  let failed = 0;
  for (const reminder of ended) {
    if (failed >= FAILURES || !(await isItsTurn(parts, workspaceId, signal))) break;
    try {
      await updateUnlessGone(parts, workspaceId, reminder.place, parts.render(reminder.state));
      retired.push(reminder);
    } catch (error) {
      failed += 1;
      const { deliveryId } = reminder;
      parts.log.warn(
        { workspaceId, deliveryId, err: error },
        'a reminder could not be ended; it is tried again later',
      );
    }
  }
  return retired;
}
