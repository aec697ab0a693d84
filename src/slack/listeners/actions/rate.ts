import type { BlockButtonAction } from '@slack/bolt';
import type { RecordedTap } from '../../../storage/check-ins/record-rating.ts';
import { textsFor } from '../../../texts/texts.ts';
import { recordRating } from '../../../usecases/record-rating.ts';
import { readRating } from '../../views/messages/check-in-actions.ts';
import { inTime } from '../in-time.ts';
import { localeOf } from '../locale-of.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';
import type { Tap } from './answer-tap.ts';
import { redrawTapped } from './redraw-tapped.ts';
import { sayPrivately, tappedPlace } from './reply.ts';

type RateArguments = Tap<BlockButtonAction>;

/** A tap on an answer: saved in one statement, acknowledged, then the message is redrawn from what was saved. */
export function rateAction(parts: ListenerParts) {
  return async (tapped: RateArguments): Promise<void> => {
    const { body, ack, respond } = tapped;
    const saving = save(parts, tapped);
    // A database that takes longer than Slack waits may still save it: the person hears how it ended.
    await inTime(saving);
    await ack();
    const recorded = await saving;
    if ('state' in recorded) await redrawTapped(parts, { ...tapped, place: tappedPlace(body) }, recorded);
    if (recorded.outcome === 'saved') return;
    const { refusal } = textsFor(await localeOf(parts, whoActed(body)));
    if (recorded.outcome === 'failed')
      await sayPrivately(parts, respond, refusal.notSaved(recorded.reference));
    else await sayPrivately(parts, respond, refusal[REFUSALS[recorded.outcome]]);
  };
}

const REFUSALS = {
  'not-yours': 'notYours',
  closed: 'closed',
  'item-closed': 'itemClosed',
  unknown: 'unknown',
  'not-an-answer': 'notAnAnswer',
} as const;

type Saved =
  | RecordedTap
  | { readonly outcome: 'not-an-answer' }
  | { readonly outcome: 'failed'; readonly reference: string };

async function save({ context, log }: ListenerParts, { body, action }: RateArguments): Promise<Saved> {
  const tap = readRating(action);
  if (tap === undefined) return { outcome: 'not-an-answer' };
  try {
    return await recordRating(context, {
      ...whoActed(body),
      checkInId: tap.checkIn,
      position: tap.item,
      answer: tap.answer === 'take-back' ? undefined : tap.answer,
      actionTs: action.action_ts,
      place: tappedPlace(body),
    });
  } catch (error) {
    return { outcome: 'failed', reference: logWithReference(log, context.newId, error, 'rate') };
  }
}
