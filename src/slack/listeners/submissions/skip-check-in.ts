import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { type Texts, textsFor } from '../../../texts/texts.ts';
import { type SkippedCheckIn, skipCheckIn } from '../../../usecases/skip-check-in.ts';
import { checkInSkipOutcome, SKIP_MODAL } from '../../views/modals/check-in-skip.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';

type SubmissionArguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** What the form is about, in its `private_metadata`: it proves nothing. */
interface SkipMetadata {
  readonly checkInId: string;
  /** It was opened from a reminder: the message that changes is another one. */
  readonly isOnReminder: boolean;
}

export function skipMetadata({ checkInId, isOnReminder }: SkipMetadata): string {
  return isOnReminder ? `${checkInId} reminder` : checkInId;
}

const metadata = z
  .string()
  .transform((text) => text.split(' '))
  .pipe(z.tuple([z.uuid()], z.literal('reminder')))
  .transform(([checkInId, ...more]): SkipMetadata => ({ checkInId, isOnReminder: more.length > 0 }));

const values = z.object({
  [SKIP_MODAL.block]: z.object({ [SKIP_MODAL.action]: z.object({ value: z.string().nullish() }) }),
});

/** The reason for skipping, sent off: saved before the form closes, and kept in it where it cannot be. */
export function skipCheckInSubmission(parts: ListenerParts) {
  return async (submitted: SubmissionArguments): Promise<void> => {
    const { ack, body, client } = submitted;
    const slackUserId = body.user.id;
    const workspaceId = body.team?.id ?? body.user.team_id ?? '';
    const { locale } = await parts
      .findCaller(workspaceId, slackUserId)
      .catch(() => ({ locale: 'zh-TW' as const }));
    const about = metadata.safeParse(submitted.view.private_metadata).data;
    const skipped = await skip(parts, submitted, { workspaceId, slackUserId, checkInId: about?.checkInId });
    await ack(answerTo(skipped, about?.isOnReminder === true, textsFor(locale)));
    if ('changed' in skipped) await drawChanged(parts, client, skipped.changed);
  };
}

type Skipped = SkippedCheckIn | { readonly outcome: 'failed'; readonly reference: string };

async function skip(
  { context, log }: ListenerParts,
  { view }: SubmissionArguments,
  {
    checkInId,
    ...who
  }: { readonly workspaceId: string; readonly slackUserId: string; readonly checkInId: string | undefined },
): Promise<Skipped> {
  if (checkInId === undefined) return { outcome: 'not-yours' };
  const written = values.safeParse(view.state.values).data?.[SKIP_MODAL.block][SKIP_MODAL.action].value;
  try {
    return await skipCheckIn(context, { ...who, checkInId, written: written ?? undefined });
  } catch (error) {
    return { outcome: 'failed', reference: logWithReference(log, context.newId, error, 'skip-check-in') };
  }
}

/** The form closes where the check-in's message in sight says what has come of it. */
function answerTo(skipped: Skipped, isOnReminder: boolean, texts: Texts) {
  const { checkInSkip, refusal } = texts;
  const onField = (sentence: string) => ({
    response_action: 'errors' as const,
    errors: { [SKIP_MODAL.block]: sentence },
  });
  const instead = (sentence: string) => ({
    response_action: 'update' as const,
    view: checkInSkipOutcome(sentence, texts),
  });
  switch (skipped.outcome) {
    case 'too-long':
      return onField(checkInSkip.tooLong(skipped.length, skipped.limit));
    case 'unreadable':
      return onField(checkInSkip.unreadable);
    case 'failed':
      return onField(refusal.notSaved(skipped.reference));
    case 'skipped':
      return isOnReminder ? instead(checkInSkip.done) : { response_action: 'clear' as const };
    case 'answered':
    case 'closed':
      return instead(checkInSkip[skipped.outcome]);
    case 'not-yours':
      return instead(refusal.notYours);
  }
}
