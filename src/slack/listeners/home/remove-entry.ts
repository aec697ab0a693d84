import { z } from 'zod';
import { removeEvidence, removeNote } from '../../../usecases/remove-own-entry.ts';
import type { HomePlace } from '../../views/home/home-model.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { type Who, whoActed } from '../who-acted.ts';
import type { PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';

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

/** What a button carries proves nothing: the database says whose entry it is. */
function removal(
  { context, log }: ListenerParts,
  publishHome: PublishHome,
  saidAt: HomePlace,
  remove: (entry: OwnEntry, client: HomeTap['client']) => Promise<boolean>,
) {
  return async (tapped: HomeTap): Promise<void> => {
    await tapped.ack();
    const { client, action } = tapped;
    const who = whoActed(tapped.body);
    const id = z.uuid().safeParse(action.value).data;
    try {
      const removed = id !== undefined && (await remove({ ...who, id }, client));
      await publishHome(client, { ...who, saidAt, said: removed ? ({ home }) => home.removed : undefined });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'remove-entry');
      await publishHome(client, { ...who, saidAt, said: ({ home }) => home.notRemoved(reference) });
    }
  };
}
