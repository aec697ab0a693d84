import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { startCheckIn } from '../../../usecases/start-check-in.ts';
import { refusalModal, startedCheckInModal } from '../../views/modals/started-check-in.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoUsed } from './who-used.ts';

/** *Start check-in*, from anywhere in Slack: makes one, and says what became of it. */
export function startCheckInShortcut(parts: ListenerParts) {
  const { context, findCaller, log } = parts;
  return async ({
    shortcut,
    ack,
    client,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const who = whoUsed(shortcut);
    const tools = { client, triggerId: shortcut.trigger_id, respond: undefined };
    try {
      const { locale, timeZone } = await findCaller(who.workspaceId, who.slackUserId);
      const started = await startCheckIn(context, who);
      await openModal(parts, tools, startedCheckInModal(started, timeZone, textsFor(locale)), locale);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'start-check-in');
      const texts = textsFor('zh-TW');
      await openModal(parts, tools, refusalModal(texts.refusal.notOpened(reference), texts), 'zh-TW');
    }
  };
}
