import type { CheckInForMember } from '../../storage/check-ins/check-in-rows.ts';
import { drawCheckIn } from '../../usecases/draw-check-in.ts';
import { endReminders } from './end-reminders.ts';
import type { ListenerParts } from './parts.ts';
import type { UpdatingClient } from './updating-client.ts';

type DrawParts = Pick<ListenerParts, 'context' | 'calls' | 'renderCheckIn' | 'log'>;

/**
 * Redraws a check-in's message after a change that brought no `response_url` (a form, Home), if the change may draw:
 * through `chat.update`; then its reminders, where it asks no more. Where that fails, or the message has not been sent
 * yet, the tick draws what is owed.
 */
export async function drawChanged(
  parts: DrawParts,
  client: UpdatingClient,
  { state, mayDraw }: { readonly state: CheckInForMember; readonly mayDraw: boolean },
): Promise<void> {
  if (mayDraw) await draw(parts, client, state);
  await endReminders(parts, client, state);
}

async function draw(
  { context, calls, renderCheckIn, log }: DrawParts,
  client: UpdatingClient,
  state: CheckInForMember,
): Promise<void> {
  try {
    await drawCheckIn(context, state, async (newest) => {
      if (newest.message === undefined) throw new Error('the message has not been sent yet');
      const { channel, ts } = newest.message;
      const { workspaceId } = newest.checkIn;
      await calls.update(workspaceId, () => client.chat.update({ channel, ts, ...renderCheckIn(newest) }));
      return 'certain';
    });
  } catch (error) {
    const { checkInId } = state.checkIn;
    log.warn({ checkInId, err: error }, 'a saved change could not be drawn yet; the tick will do it');
  }
}
