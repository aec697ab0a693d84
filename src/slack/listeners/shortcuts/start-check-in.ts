import { findOwnCheckIn } from '../../../usecases/find-own-check-in.ts';
import { startCheckIn } from '../../../usecases/start-check-in.ts';
import { checkInFormModal } from '../../views/modals/check-in-form.ts';
import { startedCheckInModal } from '../../views/modals/started-check-in.ts';
import type { ListenerParts } from '../parts.ts';
import { answerShortcut } from './answer-shortcut.ts';

/** *Start check-in*, from anywhere in Slack: the form of the one that waits, else one is made, and what became of it. */
export function startCheckInShortcut(parts: ListenerParts) {
  const { context } = parts;
  return answerShortcut(
    parts,
    { what: 'start-check-in', title: ({ startedCheckIn }) => startedCheckIn.title },
    async (who, { timeZone }, texts) => {
      const started = await startCheckIn(context, who);
      const own =
        started.outcome === 'open'
          ? await findOwnCheckIn(context, { ...who, checkInId: started.state.checkIn.checkInId })
          : undefined;
      return own === undefined
        ? startedCheckInModal(started, timeZone, texts)
        : checkInFormModal({ ...own, openedOn: 'elsewhere' }, texts);
    },
  );
}
