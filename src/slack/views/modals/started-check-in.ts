import type { Texts } from '../../../texts/texts.ts';
import type { ModalView } from '../../blocks/view.ts';
import { type StartedCheckInModel, startedCheckInText } from '../messages/started-check-in.ts';
import { sentenceModal } from './sentence.ts';

/** What became of *Start check-in*, where nobody would see a message: the shortcut is used anywhere in Slack. */
export function startedCheckInModal(started: StartedCheckInModel, timeZone: string, texts: Texts): ModalView {
  return sentenceModal(texts.startedCheckIn.title, startedCheckInText(started, timeZone, texts), texts);
}
