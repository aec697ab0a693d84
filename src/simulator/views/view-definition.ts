import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import { decodeJson, parseArguments } from '../methods/arguments.ts';
import { SlackApiError } from '../methods/slack-api-error.ts';
import type { Slack } from '../slack.ts';
import { describeProblem, type Problem, problemOf } from '../validate-blocks/problem.ts';
import { plainText } from '../validate-blocks/text.ts';
import { validateBlocks } from '../validate-blocks/validate-blocks.ts';

const Blocks = z.array(z.looseObject({ type: z.string() }));

const common = {
  blocks: z.unknown(),
  private_metadata: z.string().max(LIMITS.view.privateMetadata).default(''),
  callback_id: z.string().max(LIMITS.callbackId).default(''),
  external_id: z.string().max(LIMITS.view.externalId).default(''),
};

/** https://docs.slack.dev/reference/views/modal-views */
const ModalDefinition = z.strictObject({
  type: z.literal('modal'),
  ...common,
  title: plainText(LIMITS.modal.title),
  submit: plainText(LIMITS.modal.submit).nullish(),
  close: plainText(LIMITS.modal.close).nullish(),
  submit_disabled: z.boolean().optional(),
  clear_on_close: z.boolean().default(false),
  notify_on_close: z.boolean().default(false),
});

/** https://docs.slack.dev/reference/views/home-tab-views */
const HomeDefinition = z.strictObject({ type: z.literal('home'), ...common });

const Definition = z.discriminatedUnion('type', [ModalDefinition, HomeDefinition]);

type WithBlocks<View> = View extends unknown
  ? Omit<View, 'blocks'> & { readonly blocks: readonly { type: string }[] }
  : never;

/** What the app wants shown; its blocks have been validated. */
export type ViewDefinition = WithBlocks<z.infer<typeof Definition>>;

/**
 * The `view` of a `views.*` call or of a `response_action`. Throws `SlackApiError`: `invalid_arguments` with the
 * reasons, or `view_too_large`.
 */
export function parseView(slack: Slack, given: unknown, type: 'modal' | 'home'): ViewDefinition {
  const decoded = decodeJson(given, 'invalid_arguments');
  if (decoded === undefined) parseArguments(z.object({ view: z.looseObject({}) }), {});
  const result = Definition.safeParse(decoded, { reportInput: true });
  if (!result.success) refuse(result.error.issues.flatMap((issue) => problemOf(issue, '/view')));
  const { blocks, ...definition } = result.data;
  if (definition.type !== type) {
    refuse([{ path: '/view/type', message: `must be a valid view type: ${type}` }]);
  }
  const problems = validateBlocks(blocks, type, slack.options.unsupportedBlocks);
  if (problems.length > 0) refuse(problems.map(({ path, message }) => ({ path: `/view${path}`, message })));
  if (Buffer.byteLength(JSON.stringify(decoded)) > LIMITS.view.bytes)
    throw new SlackApiError('view_too_large');
  const parsed = { ...definition, blocks: Blocks.parse(blocks) };
  if (lacksSubmit(parsed)) {
    refuse([{ path: '/view', message: 'must define `submit` to use an `input` block in modals' }]);
  }
  return parsed;
}

function lacksSubmit(view: ViewDefinition): boolean {
  return view.type === 'modal' && !view.submit && view.blocks.some(({ type }) => type === 'input');
}

function refuse(problems: readonly Problem[]): never {
  throw new SlackApiError('invalid_arguments', problems.map(describeProblem));
}
