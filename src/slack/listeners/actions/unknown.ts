import type { BlockAction } from '@slack/bolt';
import type { ListenerParts } from '../parts.ts';
import { answerTap } from './answer-tap.ts';

/** A button that this version does not have: an old message, or somebody trying things. Nothing happens. */
export function unknownAction(parts: ListenerParts) {
  return answerTap<BlockAction>(
    parts,
    { what: 'unknown-action', failed: ({ refusal }, reference) => refusal.notDone(reference) },
    async (_tapped, { workspaceId }) => {
      parts.log.warn({ workspaceId }, 'an unknown button was pressed');
      return ({ refusal }) => refusal.notAnAnswer;
    },
  );
}
