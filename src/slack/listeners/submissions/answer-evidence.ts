import type { Texts } from '../../../texts/texts.ts';
import type { KeptEvidence } from '../../../usecases/keep-evidence.ts';
import { EVIDENCE_FIELDS, evidenceSavedModal } from '../../views/modals/evidence.ts';
import { VISIBILITY_FIELD } from '../../views/modals/visibility-choice.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import type { UpdatingClient } from '../updating-client.ts';
import { errorsOn, type FormAnswer } from './acknowledge.ts';

export type TriedEvidence =
  | (KeptEvidence & { readonly indicatorCode: string })
  | { readonly outcome: 'not-found' };

/**
 * What a form for evidence says about what became of it; `fields` are where the link stands in it, and the indicator
 * where it is chosen there.
 */
export function answerEvidence(
  tried: TriedEvidence,
  fields: { readonly link: string; readonly indicator?: string },
  texts: Texts,
): FormAnswer {
  const { evidence: words, submission } = texts;
  const ofIndicator = fields.indicator ?? fields.link;
  switch (tried.outcome) {
    case 'kept':
      return { response_action: 'update', view: evidenceSavedModal(tried, texts) };
    case 'not-found':
      return errorsOn({ [ofIndicator]: submission.notFound });
    case 'not-acknowledged':
      return errorsOn({ [fields.link]: words.notAcknowledged });
    case 'not-yours':
      return errorsOn({
        [ofIndicator]: fields.indicator === undefined ? words.indicatorGone : words.notYourIndicator,
      });
    case 'unfit': {
      const { link, titleTooLong, noVisibility } = tried;
      return errorsOn({
        [fields.link]: link && linkProblem(link, texts),
        [EVIDENCE_FIELDS.title.block]:
          titleTooLong && submission.tooLong(titleTooLong.length, titleTooLong.limit),
        [VISIBILITY_FIELD.block]: noVisibility ? submission.chooseVisibility : undefined,
      });
    }
  }
}

/** The message of the open check-in that asks the indicator counts its evidence. */
export async function drawEvidence(
  parts: Pick<ListenerParts, 'context' | 'calls' | 'renderCheckIn' | 'log'>,
  client: UpdatingClient,
  tried: TriedEvidence | undefined,
): Promise<void> {
  if (tried?.outcome === 'kept' && tried.changed !== undefined) {
    await drawChanged(parts, client, tried.changed);
  }
}

type LinkProblem = NonNullable<Extract<KeptEvidence, { outcome: 'unfit' }>['link']>;

function linkProblem({ problem, limit }: LinkProblem, { evidence: words }: Texts): string {
  const said: Record<LinkProblem['problem'], string> = {
    'not-a-link': words.notALink,
    'not-http': words.notHttp,
    credentials: words.credentials,
    'hidden-characters': words.hiddenCharacters,
    'too-long': words.linkTooLong(limit),
  };
  return said[problem];
}
