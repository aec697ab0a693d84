import { VISIBILITIES, type Visibility } from '../../../domain/check-in/visibility.ts';
import type { Texts } from '../../../texts/texts.ts';
import { input, radioButtons } from '../../blocks/inputs.ts';
import { chosenIn, type FormValues } from './form-values.ts';

/** Where the choice comes back in a form. */
export const VISIBILITY_FIELD = { block: 'visibility', action: 'chosen' } as const;

/** Who sees it: chosen each time, with nothing chosen beforehand but what holds already. */
export function visibilityChoice(
  options: {
    readonly label: string;
    readonly chosen: Visibility | undefined;
    /** Said before who sees what. */
    readonly hint?: string;
    readonly optional?: boolean;
  },
  { submission }: Texts,
) {
  const { label, chosen, hint, optional } = options;
  const whoSees = submission.visibilityHint;
  const choices: { value: Visibility; text: string }[] = [
    { value: 'supervisor', text: submission.shared },
    { value: 'only-me', text: submission.onlyMe },
  ];
  return input({
    blockId: VISIBILITY_FIELD.block,
    label,
    element: radioButtons({ actionId: VISIBILITY_FIELD.action, choices, chosen }),
    hint: hint === undefined ? whoSees : `${hint}\n${whoSees}`,
    optional: optional ?? false,
  });
}

/** Who was chosen to see it; undefined where nobody chose. */
export function readVisibility(values: FormValues): Visibility | undefined {
  const chosen = chosenIn(values, VISIBILITY_FIELD.block, VISIBILITY_FIELD.action);
  return VISIBILITIES.find((each) => each === chosen);
}
