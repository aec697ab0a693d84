import type { Texts } from '../../../texts/texts.ts';
import { type Block, divider, section, verbatim } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { answerText } from '../messages/check-in/model.ts';
import { CHECK_IN_FORM, type FormRowSent } from './check-in-form.ts';

/**
 * Instead of the form, where it can never be saved: why, and all that was chosen and typed, to be copied. An item whose
 * code is not known is named by its place in the form.
 */
export function formNotSavedModal(
  why: string,
  rows: readonly FormRowSent[],
  indicatorCodes: readonly string[],
  texts: Texts,
): ModalView {
  const { checkInForm: words, submission } = texts;
  const filled = rows.flatMap((row) => {
    const name = indicatorCodes[row.position] ?? words.place(row.position + 1);
    const blocks = rowBlocks(row, name, texts);
    return blocks.length === 0 ? [] : [divider(), ...blocks];
  });
  return modal({
    callbackId: CHECK_IN_FORM,
    title: words.title,
    close: submission.close,
    blocks: [section(filled.length === 0 ? why : `${why}\n${words.copyBelow}`), ...filled],
  });
}

function rowBlocks({ answer, typed }: FormRowSent, name: string, texts: Texts): Block[] {
  const { checkInForm: words } = texts;
  const chosen = answer === null || answer === undefined ? undefined : answerText(answer, texts);
  const note = typed === undefined || typed.trim() === '' ? undefined : typed;
  if (chosen === undefined && note === undefined) return [];
  return [
    section(`*${escapeMrkdwn(name)}*　${chosen ?? words.noAnswerChosen}`),
    ...(note === undefined ? [] : [verbatim(note)]),
  ];
}
