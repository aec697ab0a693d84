import { z } from 'zod';
import type { Texts } from '../../../texts/texts.ts';
import { setLeave } from '../../../usecases/set-leave.ts';
import { leaveSavedText } from '../../views/home/saved.ts';
import { LEAVE_FIELDS } from '../../views/modals/leave.ts';
import type { PublishHome } from '../home/publish-home.ts';
import type { ListenerParts } from '../parts.ts';
import { whoActed } from '../who-acted.ts';
import { acknowledgeSaved, errorsOn, type FormAnswer } from './acknowledge.ts';
import type { Submission } from './submission.ts';

const { from, lastDay } = LEAVE_FIELDS;
const day = <Name extends string>(name: Name) =>
  z
    .record(z.literal(name), z.looseObject({ selected_date: z.string().nullish() }))
    .transform((block) => block[name].selected_date ?? '');

const leaveForm = z.looseObject({ [from]: day(from), [lastDay]: day(lastDay) });

/** Days of leave are entered; a day that cannot be is said on its field, and the form stays. */
export function leaveSubmission(parts: ListenerParts, publishHome: PublishHome) {
  return async ({ body, view, ack, client }: Submission): Promise<void> => {
    const who = whoActed(body);
    const saved = await acknowledgeSaved(
      parts,
      { ...who, ack, field: from, what: 'leave' },
      async () => {
        const form = leaveForm.parse(view.state.values);
        return await setLeave(parts.context, { ...who, from: form[from], lastDay: form[lastDay] });
      },
      answerLeave,
    );
    if (saved?.outcome !== 'done') return;
    const { leave, today } = saved;
    await publishHome(client, {
      ...who,
      saidAt: 'settings',
      said: (texts, home) => leaveSavedText({ leave, today, now: parts.context.now() }, home, texts),
    });
  };
}

function answerLeave(
  saved: Awaited<ReturnType<typeof setLeave>>,
  { leave: words, submission }: Texts,
): FormAnswer {
  if (saved.outcome === 'done') return undefined;
  const { problem } = saved;
  if (problem === 'not-a-member') return errorsOn({ [from]: submission.notOnRoster });
  const isOfItsEnd = problem === 'until-before-from' || problem === 'too-far';
  return errorsOn({ [isOfItsEnd ? lastDay : from]: words.problems[problem] });
}
