import { findOwnItem } from '../../../usecases/find-own-item.ts';
import { keepEvidence } from '../../../usecases/keep-evidence.ts';
import { EVIDENCE_FIELDS } from '../../views/modals/evidence.ts';
import { readFormValues, readMetadata, typedIn } from '../../views/modals/form-values.ts';
import { readItemReference } from '../../views/modals/item-reference.ts';
import { readVisibility } from '../../views/modals/visibility-choice.ts';
import type { ListenerParts } from '../parts.ts';
import { whoActed } from '../who-acted.ts';
import { acknowledgeSaved } from './acknowledge.ts';
import { answerEvidence, drawEvidence, type TriedEvidence } from './answer-evidence.ts';
import type { Submission } from './submission.ts';

/** A link is kept as evidence for the indicator of an item. */
export function evidenceSubmission(parts: ListenerParts) {
  return async ({ body, view, ack, client }: Submission): Promise<void> => {
    const who = whoActed(body);
    const about = readItemReference(readMetadata(view.private_metadata));
    const values = readFormValues(view.state.values);
    const { link, title } = EVIDENCE_FIELDS;
    const tried = await acknowledgeSaved(
      parts,
      { ...who, ack, field: link.block, what: 'evidence' },
      async (): Promise<TriedEvidence> => {
        const target = about && { ...who, checkInId: about.checkIn, position: about.item };
        const found = target && (await findOwnItem(parts.context, target));
        if (found === undefined) return { outcome: 'not-found' };
        const { standardCode, indicatorCode } = found.item;
        const kept = await keepEvidence(parts.context, who, {
          indicator: { standardCode, indicatorCode },
          kind: 'link',
          link: typedIn(values, link.block, link.action) ?? '',
          title: typedIn(values, title.block, title.action) ?? '',
          visibility: readVisibility(values),
        });
        return { ...kept, indicatorCode };
      },
      (tried, texts) => answerEvidence(tried, { link: link.block }, texts),
    );
    await drawEvidence(parts, client, tried);
  };
}
