import type { RespondFn } from '@slack/bolt';
import type { ModalView, ViewsOpenArguments } from '@slack/web-api';
import { textsFor } from '../../texts/texts.ts';
import { sayPrivately } from './actions/reply.ts';
import type { ListenerParts } from './parts.ts';
import { logWithReference } from './reference.ts';

/** What a tap brings to open a modal with. */
interface OpeningTools {
  readonly client: { readonly views: { open(view: ViewsOpenArguments): Promise<unknown> } };
  /** Good once, for three seconds. */
  readonly triggerId: string;
  /** Only a tap on a message brings one. */
  readonly respond: RespondFn | undefined;
}

/**
 * Opens a modal for whoever tapped. Where Slack does not open it, they are told so on the message that they tapped;
 * answers the reference under which that is logged, for whoever can say it elsewhere. Undefined: it is open.
 */
export async function openModal(
  { context, log }: Pick<ListenerParts, 'context' | 'log'>,
  { client, triggerId, respond }: OpeningTools,
  view: ModalView,
  locale: Parameters<typeof textsFor>[0],
): Promise<string | undefined> {
  try {
    await client.views.open({ trigger_id: triggerId, view });
    return undefined;
  } catch (error) {
    const reference = logWithReference(log, context.newId, error, 'open-modal');
    if (respond !== undefined) {
      await sayPrivately({ log }, respond, textsFor(locale).refusal.notOpened(reference));
    }
    return reference;
  }
}
