import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import type { ListenerParts } from '../parts.ts';
import { sayPrivately, workspaceOf } from './reply.ts';

/** A button that this version does not have: an old message, or somebody trying things. Nothing happens. */
export function unknownAction(parts: ListenerParts) {
  const { findCaller, log } = parts;
  return async ({
    body,
    ack,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    log.warn({ workspaceId: workspaceOf(body) }, 'an unknown button was pressed');
    const { locale } = await findCaller(workspaceOf(body), body.user.id);
    await sayPrivately(parts, respond, textsFor(locale).refusal.notAnAnswer);
  };
}
