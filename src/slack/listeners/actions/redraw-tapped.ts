import type { RespondArguments } from '@slack/bolt';
import { UnansweredError } from '../../../errors.ts';
import type { CheckInForMember, MessagePlace } from '../../../storage/check-ins/check-in-rows.ts';
import { textsFor } from '../../../texts/texts.ts';
import { type Draw, drawCheckIn } from '../../../usecases/draw-check-in.ts';
import { supersededMessage } from '../../views/messages/superseded.ts';
import { endReminders } from '../end-reminders.ts';
import type { ListenerParts } from '../parts.ts';
import type { UpdatingClient } from '../updating-client.ts';

/** What a tap brings to redraw its message with. */
interface TapTools {
  /** The message that was tapped. */
  readonly place: MessagePlace | undefined;
  readonly respond: (message: RespondArguments) => Promise<unknown>;
  readonly client: UpdatingClient;
}

/**
 * Redraws the tapped message from a saved state, if this tap may draw: through the tap's `response_url`, and where
 * that is spent or expired, through `chat.update`. If both fail the answer is saved all the same, and the tick
 * draws it. Where the check-in has gone on in a newer message the older one says so, and the newer one is drawn. Its
 * reminders end where it asks no more.
 */
export async function redrawTapped(
  parts: Pick<ListenerParts, 'context' | 'renderCheckIn' | 'calls' | 'log'>,
  tools: TapTools,
  changed: { state: CheckInForMember; mayDraw: boolean },
): Promise<void> {
  await redraw(parts, tools, changed);
  await endReminders(parts, tools.client, changed.state);
}

async function redraw(
  parts: Pick<ListenerParts, 'context' | 'renderCheckIn' | 'calls' | 'log'>,
  tools: TapTools,
  { state, mayDraw }: { state: CheckInForMember; mayDraw: boolean },
): Promise<void> {
  const { log, context } = parts;
  const { checkInId } = state.checkIn;
  const isOlder = isOlderThan(tools.place, state.message);
  try {
    if (isOlder) await tools.respond({ ...superseded(state), replace_original: true });
  } catch (error) {
    log.warn({ checkInId, err: error }, 'an older message could not say that there is a newer one');
  }
  if (!mayDraw) return;
  try {
    await drawCheckIn(context, state, isOlder ? update(parts, tools) : respondOrUpdate(parts, tools));
  } catch (error) {
    log.warn({ checkInId, err: error }, 'a saved answer could not be drawn yet; the tick will do it');
  }
}

function superseded({ recipient }: CheckInForMember) {
  return supersededMessage(textsFor(recipient.locale));
}

function isOlderThan(place: MessagePlace | undefined, newest: MessagePlace | undefined): boolean {
  return place !== undefined && newest !== undefined && Number(place.ts) < Number(newest.ts);
}

type DrawParts = Pick<ListenerParts, 'renderCheckIn' | 'calls'>;

function respondOrUpdate(parts: DrawParts, tools: TapTools): Draw {
  const updated = update(parts, tools);
  return async (newest) => {
    try {
      await tools.respond({ ...parts.renderCheckIn(newest), replace_original: true });
      return 'certain';
    } catch (error) {
      // Slack said no, or nothing: what said nothing may still arrive, after what is drawn now.
      const isAnswered = 'statusCode' in Object(error);
      try {
        const drawn = await updated(newest);
        return isAnswered ? drawn : 'doubtful';
      } catch (cause) {
        if (isAnswered) throw cause;
        throw new UnansweredError('neither way of drawing was answered', { cause });
      }
    }
  };
}

function update({ renderCheckIn, calls }: DrawParts, { place, client }: TapTools): Draw {
  return async (newest) => {
    const { workspaceId } = newest.checkIn;
    const target = newest.message ?? place;
    if (target === undefined) throw new Error('it is not known where the message is');
    const { channel, ts } = target;
    await calls.update(workspaceId, () => client.chat.update({ channel, ts, ...renderCheckIn(newest) }));
    return 'certain';
  };
}
