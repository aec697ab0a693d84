import type { MemberHome } from '../../../domain/home/home.ts';
import type { Texts } from '../../../texts/texts.ts';
import { button, section } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { datePicker, input } from '../../blocks/inputs.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { HOME_ACTIONS } from '../home/home-actions.ts';
import { leaveRange } from '../home/settings.ts';

export const LEAVE_FORM = 'leave';

/** The fields of the form: each is a block with one element, both called so. */
export const LEAVE_FIELDS = { from: 'from', lastDay: 'last-day' } as const;

/** So many are listed: whoever has more sees the others once these are over or removed. */
const LISTED = 60;

type LeaveModel = Pick<MemberHome, 'settings' | 'own' | 'teamSize' | 'today'>;

/** What leave is entered, to be removed, and two fields to enter more. */
export function leaveModal(home: LeaveModel, texts: Texts): ModalView {
  const { leave: words, submission } = texts;
  const { from, lastDay } = LEAVE_FIELDS;
  const listed = home.settings.leaves
    .slice(0, LISTED)
    .map((each) =>
      section(
        escapeMrkdwn(leaveRange(each, home.today, texts)),
        button({ actionId: HOME_ACTIONS.removeLeave, text: words.remove, value: each.leaveId }),
      ),
    );
  return modal({
    callbackId: LEAVE_FORM,
    title: words.title,
    submit: words.add,
    close: submission.close,
    blocks: [
      section(words.opening[whatComes(home)]),
      section(listed.length === 0 ? words.none : words.list),
      ...listed,
      input({ blockId: from, label: words.from, element: datePicker({ actionId: from }) }),
      input({
        blockId: lastDay,
        label: words.lastDay,
        hint: words.lastDayHint,
        element: datePicker({ actionId: lastDay }),
      }),
    ],
  });
}

/** What somebody does without while they are away. */
function whatComes({ own, teamSize }: LeaveModel): keyof Texts['leave']['opening'] {
  if (teamSize === 0) return 'checkIns';
  return own === undefined ? 'digests' : 'checkInsAndDigests';
}
