import type { Texts } from '../../../texts/texts.ts';
import { section } from '../../blocks/build.ts';
import { type Modal, modal } from '../../blocks/view.ts';
import { type StartedCheckInModel, startedCheckInText } from '../messages/started-check-in.ts';

/** What became of *Start check-in*, where nobody would see a message: the shortcut is used anywhere in Slack. */
export function startedCheckInModal(started: StartedCheckInModel, timeZone: string, texts: Texts): Modal {
  return sentenceModal(startedCheckInText(started, timeZone, texts), texts);
}

/** That it could not be started, in a sentence. */
export function refusalModal(sentence: string, texts: Texts): Modal {
  return sentenceModal(sentence, texts);
}

function sentenceModal(sentence: string, { startedCheckIn: { title, close } }: Texts): Modal {
  return modal({ callbackId: 'started-check-in', title, close, blocks: [section(sentence)] });
}
