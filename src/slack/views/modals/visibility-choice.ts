import { VISIBILITIES, type Visibility } from '../../../domain/check-in/visibility.ts';
import type { Texts } from '../../../texts/texts.ts';
import { input, radioButtons } from '../../blocks/inputs.ts';
import { chosenIn, type FormValues } from './form-values.ts';

/** Where the choice comes back in a form. */
export const VISIBILITY_FIELD = { block: 'visibility', action: 'chosen' } as const;

/**
 * The block in which it is chosen anew by somebody who has seen this meanwhile: in one whose name stays Slack keeps
 * what was chosen before, whatever the form says.
 *
 * @see https://docs.slack.dev/surfaces/modals#updating_views
 */
export function visibilityBlockAfter(seen: string): string {
  return `${VISIBILITY_FIELD.block}-${seen}`;
}

/** Who sees it: chosen each time, with nothing chosen beforehand but what holds already. */
export function visibilityChoice(
  options: {
    readonly label: string;
    readonly chosen: Visibility | undefined;
    /** Said before who sees what. */
    readonly hint?: string;
    readonly optional?: boolean;
    readonly block?: string;
  },
  { submission }: Texts,
) {
  const { label, chosen, hint, optional, block } = options;
  const whoSees = submission.visibilityHint;
  const choices: { value: Visibility; text: string }[] = [
    { value: 'supervisor', text: submission.shared },
    { value: 'only-me', text: submission.onlyMe },
  ];
  return input({
    blockId: block ?? VISIBILITY_FIELD.block,
    label,
    element: radioButtons({ actionId: VISIBILITY_FIELD.action, choices, chosen }),
    hint: hint === undefined ? whoSees : `${hint}\n${whoSees}`,
    optional: optional ?? false,
  });
}

/** Who was chosen to see it; undefined where nobody chose. */
export function readVisibility(values: FormValues): Visibility | undefined {
  const chosen = chosenIn(values, visibilityBlockIn(values), VISIBILITY_FIELD.action);
  return VISIBILITIES.find((each) => each === chosen);
}

/** The block in which it was chosen. */
export function visibilityBlockIn(values: FormValues): string {
  const { block } = VISIBILITY_FIELD;
  return Object.keys(values).find((each) => each.startsWith(block)) ?? block;
}
