import type { BlockAction } from '@slack/bolt';
import { REMINDER_ROW } from '../../views/messages/check-in-actions.ts';
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
 * Redraws a check-in's message after a tap on it, or on a reminder of it: that is another message, and stays as it is.
 */
export async function redrawOwn(
  parts: Pick<ListenerParts, 'context' | 'renderCheckIn' | 'calls' | 'log'>,
  tapped: Tapped,
  changed: Changed,
): Promise<void> {
  if (isOnReminder(tapped.action)) await drawChanged(parts, tapped.client, changed);
  else await redrawTapped(parts, { ...tapped, place: tappedPlace(tapped.body) }, changed);
}

export function isOnReminder(action: { readonly block_id: string }): boolean {
  return action.block_id === REMINDER_ROW;
}
