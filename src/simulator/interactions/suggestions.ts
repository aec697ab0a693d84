import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import type { Acknowledgement } from '../app/send-to-app.ts';
import { Option, OptionGroup } from '../validate-blocks/composition.ts';
import { describeProblem, problemOf } from '../validate-blocks/problem.ts';

type SuggestedOption = z.infer<typeof Option>;

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object, at most 100 of either. */
const Suggestions = z
  .looseObject({
    options: z.array(Option).max(LIMITS.select.options).optional(),
    option_groups: z.array(OptionGroup).max(LIMITS.select.options).optional(),
  })
  .refine(
    ({ options, option_groups }) => (options === undefined) !== (option_groups === undefined),
    'must define either `options` or `option_groups`',
  );

/**
 * What the person is offered of an app's acknowledgement, or why that is nothing; `options` are those in groups too.
 */
export function readSuggestions({ body, error }: Acknowledgement): {
  offered: {
    options?: readonly SuggestedOption[];
    option_groups?: readonly z.infer<typeof OptionGroup>[];
    error?: string;
  };
  options: readonly SuggestedOption[];
} {
  if (error !== undefined) return { offered: { error }, options: [] };
  if (body.trim() === '') return { offered: { options: [] }, options: [] };
  const parsed = Suggestions.safeParse(parseBody(body), { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => problemOf(issue, '')).map(describeProblem);
    return { offered: { error: ['invalid_options', ...problems].join(' ') }, options: [] };
  }
  const { options, option_groups } = parsed.data;
  if (option_groups === undefined) return { offered: { options: options ?? [] }, options: options ?? [] };
  return { offered: { option_groups }, options: option_groups.flatMap((group) => group.options) };
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
