import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { lookUpModal } from '../../views/modals/look-up.ts';
import { sentenceModal } from '../../views/modals/sentence.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';

/** *Look up*, from anywhere in Slack: one field. */
export function lookUpShortcut(parts: ListenerParts) {
  const { context, findCaller, log } = parts;
  return async ({
    shortcut,
    ack,
    client,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const tools = { client, triggerId: shortcut.trigger_id, respond: undefined };
    try {
      const { workspaceId, slackUserId } = whoActed(shortcut);
      const { locale } = await findCaller(workspaceId, slackUserId);
      await openModal(parts, tools, lookUpModal(undefined, textsFor(locale)), locale);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'look-up');
      const texts = textsFor('zh-TW');
      await openModal(
        parts,
        tools,
        sentenceModal(texts.lookUp.title, texts.refusal.notOpened(reference), texts),
        'zh-TW',
      );
    }
  };
}
