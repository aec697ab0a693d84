import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { RecordedTap } from '../../../storage/check-ins/record-rating.ts';
import { textsFor } from '../../../texts/texts.ts';
import { recordRating } from '../../../usecases/record-rating.ts';
import { readTapValue } from '../../views/messages/check-in-actions.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { redrawTapped } from './redraw-tapped.ts';
import { sayPrivately, workspaceOf } from './reply.ts';

type RateArguments = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** A tap on an answer: saved in one statement, acknowledged, then the message is redrawn from what was saved. */
export function rateAction(parts: ListenerParts) {
  return async (tapped: RateArguments): Promise<void> => {
    const { body, ack, respond } = tapped;
    const recorded = await save(parts, tapped);
    await ack();
    if ('state' in recorded) await redrawTapped(parts, tapped, recorded.state);
    if (recorded.outcome === 'saved') return;
    // Whoever cannot be found in the database either is told in the first language.
    const { locale } = await parts
      .findCaller(workspaceOf(body), body.user.id)
      .catch(() => ({ locale: 'zh-TW' as const }));
    const { refusal } = textsFor(locale);
    if (recorded.outcome === 'failed') await sayPrivately(respond, refusal.notSaved(recorded.reference));
    else await sayPrivately(respond, refusal[REFUSALS[recorded.outcome]]);
  };
}

const REFUSALS = {
  'not-yours': 'notYours',
  closed: 'closed',
  unknown: 'unknown',
  'not-an-answer': 'notAnAnswer',
} as const;

type Saved =
  | RecordedTap
  | { readonly outcome: 'not-an-answer' }
  | { readonly outcome: 'failed'; readonly reference: string };

async function save({ context, log }: ListenerParts, { body, action }: RateArguments): Promise<Saved> {
  const tap = readTapValue(action.value);
  if (tap === undefined) return { outcome: 'not-an-answer' };
  try {
    return await recordRating(context, {
      workspaceId: workspaceOf(body),
      slackUserId: body.user.id,
      checkInId: tap.checkIn,
      position: tap.item,
      answer: tap.answer === 'take-back' ? undefined : tap.answer,
      actionTs: action.action_ts,
    });
  } catch (error) {
    return { outcome: 'failed', reference: logWithReference(log, context.newId, error, 'rate') };
  }
}
