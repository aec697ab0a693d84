import type { ModalView } from '@slack/web-api';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { refusalCode } from '../refusal-code.ts';
import type { HomeTap } from './tapped-home.ts';

/**
 * Draws the modal anew in which somebody has tapped, from what `read` answers; undefined: it stays as it is. Where it was
 * drawn meanwhile for another tap, that may have been from something newer: it is read once more. A failure is logged:
 * what the tap did is so, whether or not the modal can show it.
 */
export async function redrawModal(
  { context, log }: Pick<ListenerParts, 'context' | 'log'>,
  { body, client }: HomeTap,
  read: () => Promise<ModalView | undefined>,
): Promise<void> {
  const tapped = body.view;
  if (tapped === undefined) return;
  const draw = async (hash?: string): Promise<void> => {
    const view = await read();
    if (view === undefined) return;
    await client.views.update({ view_id: tapped.id, view, ...(hash === undefined ? {} : { hash }) });
  };
  try {
    await draw(tapped.hash).catch(async (error: unknown) => {
      if (refusalCode(error) !== 'hash_conflict') throw error;
      await draw();
    });
  } catch (error) {
    logWithReference(log, context.newId, error, 'redraw-modal');
  }
}
