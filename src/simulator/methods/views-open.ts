import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import { describeProblem } from '../validate-blocks/problem.ts';
import { validateBlocks } from '../validate-blocks/validate-blocks.ts';
import { decodeJson, parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z.looseObject({ trigger_id: z.string(), view: z.unknown() });

const shortText = (longest: number) =>
  z.object({ type: z.literal('plain_text'), text: z.string().min(1).max(longest) });

const View = z.looseObject({
  type: z.literal('modal'),
  title: shortText(LIMITS.modal.title),
  submit: shortText(LIMITS.modal.submit).optional(),
  close: shortText(LIMITS.modal.close).optional(),
  private_metadata: z.string().max(LIMITS.modal.privateMetadata).optional(),
  callback_id: z.string().max(LIMITS.callbackId).optional(),
  blocks: z.array(z.unknown()),
});

/** https://docs.slack.dev/reference/methods/views.open: a trigger is good once, for three seconds. */
export const viewsOpen: MethodHandler = (given, slack) => {
  const asked = parseArguments(Arguments, given);
  const view = parseArguments(View, decodeJson(asked.view, 'invalid_arguments'));
  const problems = validateBlocks(view.blocks, 'modal');
  if (problems.length > 0) throw new SlackApiError('invalid_arguments', problems.map(describeProblem));
  const user = slack.triggers.exchange(asked.trigger_id);
  const id = `V${slack.newId()}`;
  slack.record.add({ kind: 'view-opened', user, view: { ...view, id } });
  return { view: { ...view, id, team_id: slack.options.team.id, app_id: slack.options.bot.appId } };
};
