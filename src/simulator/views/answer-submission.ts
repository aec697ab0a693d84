import { z } from 'zod';
import type { Acknowledgement } from '../app/send-to-app.ts';
import { parseArguments } from '../methods/arguments.ts';
import { SlackApiError } from '../methods/slack-api-error.ts';
import type { Slack } from '../slack.ts';
import type { StoredView } from '../state/view.ts';
import { renewView } from './make-view.ts';
import type { Client, Modal } from './modals.ts';
import { pushView } from './push-view.ts';
import { refuseTakenExternalId } from './taken-external-id.ts';
import { parseView } from './view-definition.ts';

const ResponseAction = z.discriminatedUnion('response_action', [
  z.looseObject({ response_action: z.literal('clear') }),
  z.looseObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.looseObject({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string().min(1)),
  }),
]);
type ResponseAction = z.infer<typeof ResponseAction>;

interface Submission {
  /** Where the view is that was submitted. */
  readonly client: Client;
  readonly viewId: string;
  /** What the person had open when it was sent. */
  readonly stack: readonly Modal[];
}

export interface SubmissionAnswer {
  readonly response_action?: ResponseAction['response_action'];
  readonly errors?: Readonly<Record<string, string>>;
  readonly error?: string;
}

/**
 * Does to the modal what the app acknowledged its submission with; an empty body closes it. What Slack cannot take
 * leaves the modal as it is, and the person is told that something went wrong. A modal that is gone stays gone, and
 * nobody changes that of another.
 *
 * @see https://docs.slack.dev/surfaces/modals#response_actions
 */
export function answerSubmission(
  slack: Slack,
  { client, viewId, stack }: Submission,
  acknowledgement: Acknowledgement,
): SubmissionAnswer {
  if (acknowledgement.error !== undefined) return { error: acknowledgement.error };
  try {
    const asked = responseActionOf(acknowledgement.body);
    const modal = slack.modals.stackOf(client).find(({ view }) => view.id === viewId);
    if (asked === undefined) closeTop(slack, client, modal, stack);
    else if (modal !== undefined) apply(slack, modal, asked);
    return asked === undefined
      ? {}
      : {
          response_action: asked.response_action,
          ...(asked.response_action === 'errors' ? { errors: asked.errors } : {}),
        };
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    slack.options.log?.warn({ viewId, messages: error.messages }, error.code);
    return { error: [error.code, ...error.messages].join(' ') };
  }
}

function responseActionOf(body: string): ResponseAction | undefined {
  if (body.trim() === '') return undefined;
  try {
    return parseArguments(ResponseAction, JSON.parse(body));
  } catch (error) {
    if (error instanceof SlackApiError) throw new SlackApiError('invalid_response_action', error.messages);
    throw new SlackApiError('invalid_response_action', ['The body is not JSON.']);
  }
}

/**
 * What an empty acknowledgement closes is the topmost view, also one that the app pushed or opened while it worked on
 * the submission: https://github.com/slack-go/slack/issues/683, https://github.com/slackapi/bolt-js/issues/639.
 */
function closeTop(slack: Slack, client: Client, submitted: Modal | undefined, stack: readonly Modal[]): void {
  const top = slack.modals.stackOf(client).at(-1)?.view.id;
  const isNew = !stack.some(({ view }) => view.id === top);
  if (top !== undefined && (submitted !== undefined || isNew)) slack.modals.close(top);
}

function apply(slack: Slack, modal: Modal, asked: ResponseAction): void {
  const { view } = modal;
  switch (asked.response_action) {
    case 'clear':
      slack.modals.clear(modal);
      return;
    case 'errors':
      requireInputBlocks(view, asked.errors);
      slack.modals.showErrors(view.id, asked.errors);
      return;
    case 'push':
      pushView(slack, modal, parseView(slack, asked.view, 'modal'));
      slack.modals.forgetErrors(view.id);
      return;
    case 'update': {
      const definition = parseView(slack, asked.view, 'modal');
      refuseTakenExternalId(slack, definition.external_id, view.id);
      slack.modals.update(renewView(slack, view, definition));
    }
  }
}

/** "Errors of a modal must name an input block": the message has nowhere else to stand. */
function requireInputBlocks(view: StoredView, errors: Readonly<Record<string, string>>): void {
  const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const unknown = Object.keys(errors).filter((blockId) => !inputs.includes(blockId));
  if (unknown.length > 0 || Object.keys(errors).length === 0) {
    throw new SlackApiError('invalid_response_action', [
      unknown.length > 0 ? `No input block is called ${unknown.join(', ')}.` : 'No errors are given.',
    ]);
  }
}
