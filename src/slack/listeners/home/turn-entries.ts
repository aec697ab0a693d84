import { textsFor } from '../../../texts/texts.ts';
import { showOwnEntries } from '../../../usecases/show-own-entries.ts';
import { ownEntriesModal, readEntriesPage } from '../../views/modals/own-entries.ts';
import type { ListenerParts } from '../parts.ts';
import type { Who } from '../who-acted.ts';
import { answerHomeTap } from './answer-home-tap.ts';
import type { PublishHome } from './publish-home.ts';
import { redrawModal } from './redraw-modal.ts';
import type { HomeTap } from './tapped-home.ts';

/** *Older* and *newer* of a member's notes and evidence: `pages` on from the page that is shown. */
export function turnEntriesAction(
  parts: Pick<ListenerParts, 'context' | 'log'>,
  publishHome: PublishHome,
  pages: 1 | -1,
) {
  return answerHomeTap(
    parts,
    publishHome,
    {
      what: 'turn-entries',
      saidAt: 'evidence',
      failed: ({ refusal }, reference) => refusal.notOpened(reference),
    },
    async (tapped, who) => {
      await redrawEntries(parts, tapped, who, pages);
      return 'opened';
    },
  );
}

/** Draws the page anew that is shown, or that is `pages` on from it, as it is now. */
export async function redrawEntries(
  parts: Pick<ListenerParts, 'context' | 'log'>,
  tapped: HomeTap,
  who: Who,
  pages = 0,
): Promise<void> {
  const page = Math.max(0, readEntriesPage(tapped.body.view?.private_metadata) + pages);
  await redrawModal(parts, tapped, async () => {
    const own = await showOwnEntries(parts.context, who, page);
    return own && ownEntriesModal(own, textsFor(own.locale));
  });
}
