import { keepEvidence } from '../../../usecases/keep-evidence.ts';
import { EVIDENCE_FIELDS } from '../../views/modals/evidence.ts';
import { chosenIn, readFormValues, readMetadata, typedIn } from '../../views/modals/form-values.ts';
import { readIndicatorChoice } from '../../views/modals/indicator-choice.ts';
import { INDICATOR_FIELD, readPermalink } from '../../views/modals/use-as-evidence.ts';
import { readVisibility } from '../../views/modals/visibility-choice.ts';
import type { ListenerParts } from '../parts.ts';
import { whoActed } from '../who-acted.ts';
import { acknowledgeSaved } from './acknowledge.ts';
import { answerEvidence, drawEvidence, type TriedEvidence } from './answer-evidence.ts';
import type { Submission } from './submission.ts';

/** A message's link is kept as evidence for the indicator that was chosen. */
export function useAsEvidenceSubmission(parts: ListenerParts) {
  return async ({ body, view, ack, client }: Submission): Promise<void> => {
    const who = whoActed(body);
    const permalink = readPermalink(readMetadata(view.private_metadata));
    const values = readFormValues(view.state.values);
    const { link, title } = EVIDENCE_FIELDS;
    const indicator = readIndicatorChoice(chosenIn(values, INDICATOR_FIELD.block, INDICATOR_FIELD.action));
    // Errors name an input block, and the link has one only where it is typed.
    const fields = {
      link: permalink === undefined ? link.block : INDICATOR_FIELD.block,
      indicator: INDICATOR_FIELD.block,
    };
    const tried = await acknowledgeSaved(
      parts,
      { ...who, ack, field: INDICATOR_FIELD.block, what: 'use-as-evidence' },
      async (): Promise<TriedEvidence> => {
        if (indicator === undefined) return { outcome: 'not-yours', indicatorCode: '' };
        const kept = await keepEvidence(parts.context, who, {
          indicator,
          kind: permalink === undefined ? 'link' : 'message',
          link: permalink ?? typedIn(values, link.block, link.action) ?? '',
          title: typedIn(values, title.block, title.action) ?? '',
          visibility: readVisibility(values),
        });
        return { ...kept, indicatorCode: indicator.indicatorCode };
      },
      (tried, texts) => answerEvidence(tried, fields, texts),
    );
    await drawEvidence(parts, client, tried);
  };
}
