import type { BlockButtonAction, RespondFn } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { findOwnCheckIn } from '../../../usecases/find-own-check-in.ts';
import { answerAfterAll } from '../../../usecases/skip-check-in.ts';
import type { Message } from '../../blocks/build.ts';
import { closedLineMessage } from '../../views/messages/check-in/closed.ts';
import { readCheckIn } from '../../views/messages/check-in-actions.ts';
import { startedCheckInMessage } from '../../views/messages/started-check-in.ts';
import { checkInSkipModal, checkInSkipOutcome } from '../../views/modals/check-in-skip.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { answerTap } from './answer-tap.ts';
import { isOnReminder, isOnStarted, redrawOwn } from './redraw-own.ts';

/** *Skip this week* asks its member for a reason; where there is nothing to skip it says so at once. */
export function skipCheckInAction(parts: ListenerParts) {
  return answerTap<BlockButtonAction>(
    parts,
    { what: 'open-check-in-skip', failed: ({ refusal }, reference) => refusal.notOpened(reference) },
    async ({ action, body, client, respond }, who) => {
      const checkInId = readCheckIn(action);
      const found = checkInId && (await findOwnCheckIn(parts.context, { ...who, checkInId }));
      if (!found) return ({ refusal }) => refusal.notYours;
      const { checkIn, stage, locale } = found;
      const texts = textsFor(locale);
      const model = { checkIn, now: parts.context.now() };
      const view =
        stage === 'open'
          ? checkInSkipModal({ ...model, onReminder: isOnReminder(action) }, texts)
          : checkInSkipOutcome(stage, model, texts);
      await openModal(parts, { client, triggerId: body.trigger_id, respond }, view, locale);
      return undefined;
    },
  );
}

/** *Answer after all* asks again what was skipped; what was answered to *check-in* then says that it waits. */
export function unskipCheckInAction(parts: ListenerParts) {
  return answerTap<BlockButtonAction>(
    parts,
    { what: 'unskip-check-in', failed: ({ refusal }, reference) => refusal.notSaved(reference) },
    async (tapped, who) => {
      const { action, respond } = tapped;
      const checkInId = readCheckIn(action);
      const changed = checkInId && (await answerAfterAll(parts.context, { ...who, checkInId }));
      if (!changed) return ({ refusal }) => refusal.notYours;
      if (isOnStarted(action)) await redrawStarted(parts, respond, changed);
      await redrawOwn(parts, tapped, changed);
      return undefined;
    },
  );
}

/** What was saved is saved, also where this message cannot say so. */
async function redrawStarted(
  { context, log }: ListenerParts,
  respond: RespondFn,
  changed: TakenUp,
): Promise<void> {
  const message = startedMessage(changed, context.now());
  await respond({ ...message, replace_original: true }).catch((error: unknown) => {
    const { checkInId } = changed.state.checkIn;
    log.warn({ checkInId, err: error }, 'what was taken up again could not be said where it was tapped');
  });
}

type TakenUp = NonNullable<Awaited<ReturnType<typeof answerAfterAll>>>;

function startedMessage({ state, stage }: TakenUp, now: Date): Message {
  const { checkIn, recipient } = state;
  const { timeZone } = recipient;
  const texts = textsFor(recipient.locale);
  return stage === 'closed'
    ? closedLineMessage({ checkIn, timeZone, now }, texts)
    : startedCheckInMessage({ outcome: stage, state, nextAt: undefined }, timeZone, texts);
}
