import { z } from 'zod';
import { removeEvidence, removeNote } from '../../../usecases/remove-own-entry.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import type { Who } from '../who-acted.ts';
import { answerHomeTap } from './answer-home-tap.ts';
import type { PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';
import { redrawEntries } from './turn-entries.ts';

/** *Remove* beside a note: it is gone, from the check-in's message too. */
export function removeNoteAction(parts: ListenerParts, publishHome: PublishHome) {
  return removal(parts, publishHome, 'notes', async (entry, client) => {
    const changed = await removeNote(parts.context, entry);
    if (changed !== undefined) await drawChanged(parts, client, changed);
    return changed !== undefined;
  });
}

/** *Remove* beside a piece of evidence: it is gone, and no check-in's message counts it. */
export function removeEvidenceAction(parts: ListenerParts, publishHome: PublishHome) {
  return removal(parts, publishHome, 'evidence', async (entry, client) => {
    const removed = await removeEvidence(parts.context, entry);
    if (removed?.changed !== undefined) await drawChanged(parts, client, removed.changed);
    return removed !== undefined;
  });
}

type OwnEntry = Who & { readonly id: string };

/**
 * What a button carries proves nothing: the database says whose entry it is. The same button stands on Home and in the
 * modal of all notes and evidence, which is then drawn anew with Home.
 */
function removal(
  parts: ListenerParts,
  publishHome: PublishHome,
  saidAt: 'notes' | 'evidence',
  remove: (entry: OwnEntry, client: HomeTap['client']) => Promise<boolean>,
) {
  return answerHomeTap(
    parts,
    publishHome,
    { what: 'remove-entry', saidAt, failed: ({ home }, reference) => home.notRemoved(reference) },
    async (tapped, who) => {
      const id = z.uuid().safeParse(tapped.action.value).data;
      const removed = id !== undefined && (await remove({ ...who, id }, tapped.client));
      if (tapped.body.view?.type === 'modal') await redrawEntries(parts, tapped, who);
      return removed ? ({ home }) => home.removed : undefined;
    },
  );
}
