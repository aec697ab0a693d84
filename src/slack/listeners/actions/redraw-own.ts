import type { BlockAction } from '@slack/bolt';
import { REMINDER_ROW, rowOf, STARTED_ROW } from '../../views/messages/check-in-actions.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import { redrawTapped } from './redraw-tapped.ts';
import { tappedPlace } from './reply.ts';

type Changed = Parameters<typeof redrawTapped>[2];
type Tapped = Omit<Parameters<typeof redrawTapped>[1], 'place'> & {
  readonly body: BlockAction;
  readonly action: { readonly block_id: string };
};

/**
 * Redraws a check-in's message after a tap on it, or on another message that speaks of it, which is not drawn over.
 */
export async function redrawOwn(
  parts: Pick<ListenerParts, 'context' | 'renderCheckIn' | 'calls' | 'log'>,
  tapped: Tapped,
  changed: Changed,
): Promise<void> {
  if (isOnReminder(tapped.action) || isOnStarted(tapped.action))
    await drawChanged(parts, tapped.client, changed);
  else await redrawTapped(parts, { ...tapped, place: tappedPlace(tapped.body) }, changed);
}

export function isOnReminder(action: { readonly block_id: string }): boolean {
  return rowOf(action.block_id) === REMINDER_ROW;
}

/** On what was answered to *check-in*. */
export function isOnStarted(action: { readonly block_id: string }): boolean {
  return rowOf(action.block_id) === STARTED_ROW;
}
