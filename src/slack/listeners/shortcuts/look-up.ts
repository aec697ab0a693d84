import { lookUpModal } from '../../views/modals/look-up.ts';
import type { ListenerParts } from '../parts.ts';
import { answerShortcut } from './answer-shortcut.ts';

/** *Look up*, from anywhere in Slack: one field. */
export function lookUpShortcut(parts: ListenerParts) {
  return answerShortcut(
    parts,
    { what: 'look-up', title: ({ lookUp }) => lookUp.title },
    (_who, _caller, texts) => lookUpModal(undefined, texts),
  );
}
