import type { Texts } from '../../../texts/texts.ts';
import { type SkippedCheckIn, skipCheckIn } from '../../../usecases/skip-check-in.ts';
import { checkInSkipOutcome, REASON_FIELD, readSkipReference } from '../../views/modals/check-in-skip.ts';
import { readFormValues, readMetadata, typedIn } from '../../views/modals/form-values.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import { whoActed } from '../who-acted.ts';
import { acknowledgeSaved, errorsOn, type FormAnswer } from './acknowledge.ts';
import type { Submission } from './submission.ts';

/** A check-in is skipped, with a reason or without, and its message shrinks to a line. */
export function skipCheckInSubmission(parts: ListenerParts) {
  return async ({ body, view, ack, client }: Submission): Promise<void> => {
    const who = whoActed(body);
    const about = readSkipReference(readMetadata(view.private_metadata));
    const written = typedIn(readFormValues(view.state.values), REASON_FIELD.block, REASON_FIELD.action) ?? '';
    const saved = await acknowledgeSaved(
      parts,
      { ...who, ack, field: REASON_FIELD.block, what: 'skip-check-in' },
      async (): Promise<SkippedCheckIn> => {
        if (about === undefined) return { outcome: 'not-yours' };
        const target = { ...who, checkInId: about.checkIn };
        return await skipCheckIn(parts.context, { ...target, written });
      },
      (skipped, texts) => {
        const form = { written, isOnReminder: about?.onReminder === true, now: parts.context.now() };
        return answerTo(skipped, form, texts);
      },
    );
    if (saved !== undefined && 'changed' in saved) await drawChanged(parts, client, saved.changed);
  };
}

/** Skipped, or not, because there is nothing to skip. */
type DecidedSkip = Extract<SkippedCheckIn, { readonly changed: unknown }>;

/** The form closes where the check-in's message, in sight, says what has come of it. */
function answerTo(
  skipped: SkippedCheckIn,
  {
    written,
    isOnReminder,
    now,
  }: { readonly written: string; readonly isOnReminder: boolean; readonly now: Date },
  texts: Texts,
): FormAnswer {
  const { submission } = texts;
  const instead = ({ outcome, changed }: DecidedSkip, notKept: string): FormAnswer => ({
    response_action: 'update',
    view: checkInSkipOutcome(outcome, { checkIn: changed.state.checkIn, now, notKept }, texts),
  });
  switch (skipped.outcome) {
    case 'too-long':
      return errorsOn({ [REASON_FIELD.block]: submission.tooLong(skipped.length, skipped.limit) });
    case 'skipped':
      return isOnReminder ? instead(skipped, '') : undefined;
    case 'answered':
    case 'closed':
      return instead(skipped, written);
    case 'not-yours':
      return errorsOn({ [REASON_FIELD.block]: submission.notFound });
  }
}
