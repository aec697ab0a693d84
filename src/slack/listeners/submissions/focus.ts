import { z } from 'zod';
import type { Texts } from '../../../texts/texts.ts';
import { type FocusChange, setFocus } from '../../../usecases/set-focus.ts';
import { FOCUS_FIELD, readShownFocus } from '../../views/modals/focus.ts';
import { readMetadata } from '../../views/modals/form-values.ts';
import { readIndicatorChoice } from '../../views/modals/indicator-choice.ts';
import type { PublishHome } from '../home/publish-home.ts';
import type { ListenerParts } from '../parts.ts';
import { whoActed } from '../who-acted.ts';
import { acknowledgeSaved, errorsOn, type FormAnswer } from './acknowledge.ts';
import type { Submission } from './submission.ts';

const chosen = z
  .looseObject({ selected_options: z.array(z.looseObject({ value: z.string() })).default([]) })
  .transform(({ selected_options }) => selected_options.map(({ value }) => value));
const focusForm = z.looseObject({ [FOCUS_FIELD]: z.record(z.literal(FOCUS_FIELD), chosen) });

/** What was changed in the form of focus indicators is saved. */
export function focusSubmission(parts: ListenerParts, publishHome: PublishHome) {
  return async ({ body, view, ack, client }: Submission): Promise<void> => {
    const who = whoActed(body);
    const saved = await acknowledgeSaved(
      parts,
      { ...who, ack, field: FOCUS_FIELD, what: 'focus' },
      async (): Promise<FocusChange> => {
        const values = focusForm.parse(view.state.values)[FOCUS_FIELD][FOCUS_FIELD];
        const sent = values.map(readIndicatorChoice).filter((key) => key !== undefined);
        if (sent.length < values.length) return { outcome: 'refused', problem: 'not-yours', limit: 0 };
        const shown = readShownFocus(readMetadata(view.private_metadata));
        return await setFocus(parts.context, { ...who, form: { sent, shown } });
      },
      answerFocus,
    );
    if (saved?.outcome === 'done') {
      await publishHome(client, { ...who, saidAt: 'settings', said: ({ focus }) => focus.saved });
    }
  };
}

function answerFocus(saved: FocusChange, { focus: words, submission }: Texts): FormAnswer {
  if (saved.outcome === 'done') return undefined;
  const errors = {
    'too-many': words.tooMany(saved.limit),
    'too-many-with-others': words.tooManyWithOthers(saved.limit),
    'not-yours': words.notYours,
    'not-a-member': submission.notOnRoster,
  };
  return errorsOn({ [FOCUS_FIELD]: errors[saved.problem] });
}
