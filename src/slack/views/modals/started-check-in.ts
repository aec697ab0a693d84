import type { Texts } from '../../../texts/texts.ts';
import type { ModalView } from '../../blocks/view.ts';
import { type StartedCheckInModel, startedCheckInText } from '../messages/started-check-in.ts';
import { sentenceModal } from './sentence.ts';

/**
 * What became of *Start check-in*, where nobody would see a message: the shortcut is used anywhere in Slack. What can
 * be done about it is done on the check-in's own message.
 */
export function startedCheckInModal(started: StartedCheckInModel, timeZone: string, texts: Texts): ModalView {
  const { startedCheckIn: words } = texts;
  const text = startedCheckInText(started, timeZone, texts);
  const where =
    started.outcome === 'answered' || started.outcome === 'skipped'
      ? `\n${words.where[started.outcome]}`
      : '';
  return sentenceModal(words.title, `${text}${where}`, texts);
}
