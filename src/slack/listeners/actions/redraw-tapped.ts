import type { RespondArguments } from '@slack/bolt';
import type { ChatUpdateArguments } from '@slack/web-api';
import { z } from 'zod';
import type { CheckInForMember } from '../../../storage/check-ins/check-in-rows.ts';
import type { ListenerParts } from '../parts.ts';

const place = z.object({ channel_id: z.string(), message_ts: z.string() });

/** What a tap brings to redraw its message with. */
interface TapTools {
  readonly body: { readonly container: unknown };
  readonly respond: (message: RespondArguments) => Promise<unknown>;
  readonly client: { readonly chat: { update(message: ChatUpdateArguments): Promise<unknown> } };
}

/**
 * Redraws the tapped message from a saved state: through the tap's `response_url`, and where that is spent or
 * expired, through `chat.update`. If both fail the answer is saved all the same, and the next tap draws it.
 */
export async function redrawTapped(
  { renderCheckIn, redraw, log }: Pick<ListenerParts, 'renderCheckIn' | 'redraw' | 'log'>,
  { body, respond, client }: TapTools,
  state: CheckInForMember,
): Promise<void> {
  const update = async (newest: CheckInForMember) => {
    const { channel_id, message_ts } = place.parse(body.container);
    await client.chat.update({ channel: channel_id, ts: message_ts, ...renderCheckIn(newest) });
  };
  try {
    await redraw(state, async (newest) => {
      try {
        await respond({ ...renderCheckIn(newest), replace_original: true });
      } catch {
        await update(newest);
      }
    });
  } catch (error) {
    log.warn({ checkInId: state.checkIn.checkInId, err: error }, 'a saved answer could not be drawn');
  }
}
