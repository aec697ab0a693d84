import type { CheckInForMember } from '../../storage/check-ins/check-in-rows.ts';
import { textsFor } from '../../texts/texts.ts';
import { retireReminders } from '../../usecases/retire-reminders.ts';
import { endedReminderMessage } from '../views/messages/check-in-reminder.ts';
import type { ListenerParts } from './parts.ts';
import type { UpdatingClient } from './updating-client.ts';

/** Where a check-in asks no more, its reminders say so at once; where that fails, the tick does it. */
export async function endReminders(
  { context, calls, log }: Pick<ListenerParts, 'context' | 'calls' | 'log'>,
  client: UpdatingClient,
  changed: CheckInForMember,
): Promise<void> {
  const { workspaceId, checkInId } = changed.checkIn;
  try {
    await retireReminders(context, changed, async ({ place, state }) => {
      const model = { checkIn: state.checkIn, now: context.now() };
      const message = endedReminderMessage(model, textsFor(state.recipient.locale));
      await calls.update(workspaceId, () => client.chat.update({ ...place, ...message }));
    });
  } catch (error) {
    log.warn(
      { workspaceId, checkInId, err: error },
      'a reminder could not be ended yet; the tick will do it',
    );
  }
}
