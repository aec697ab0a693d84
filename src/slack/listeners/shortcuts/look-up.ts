import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { lookUpModal } from '../../views/modals/look-up.ts';
import { workspaceOf } from '../actions/reply.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';

/** *Look up*, from anywhere in Slack: one field. */
export function lookUpShortcut(parts: ListenerParts) {
  return async ({
    shortcut,
    ack,
    client,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { locale } = await parts.findCaller(workspaceOf(shortcut), shortcut.user.id);
    const tools = { client, triggerId: shortcut.trigger_id, respond: undefined };
    await openModal(parts, tools, lookUpModal(undefined, textsFor(locale)), locale);
  };
}
