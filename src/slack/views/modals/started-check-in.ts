import type { Texts } from '../../../texts/texts.ts';
import { section } from '../../blocks/build.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { type StartedCheckInModel, startedCheckInText } from '../messages/started-check-in.ts';

/** What became of *Start check-in*, where nobody would see a message: the shortcut is used anywhere in Slack. */
export function startedCheckInModal(started: StartedCheckInModel, timeZone: string, texts: Texts): ModalView {
  return sentenceModal(startedCheckInText(started, timeZone, texts), texts);
}

/** One sentence, to be read and closed. */
export function sentenceModal(sentence: string, { startedCheckIn: { title, close } }: Texts): ModalView {
  return modal({ callbackId: 'started-check-in', title, close, blocks: [section(sentence)] });
}
