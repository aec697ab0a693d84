import type { Texts } from '../../../texts/texts.ts';
import { section } from '../../blocks/build.ts';
import { type ModalView, modal } from '../../blocks/view.ts';

/** A sentence to be read and closed; `sentence` is mrkdwn. */
export function sentenceModal(title: string, sentence: string, texts: Texts): ModalView {
  const { close } = texts.startedCheckIn;
  return modal({ callbackId: 'sentence', title, close, blocks: [section(sentence)] });
}
