import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { findOwnCheckIn } from '../../../usecases/find-own-check-in.ts';
import { startCheckIn } from '../../../usecases/start-check-in.ts';
import { checkInFormModal } from '../../views/modals/check-in-form.ts';
import { sentenceModal } from '../../views/modals/sentence.ts';
import { startedCheckInModal } from '../../views/modals/started-check-in.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';

/** *Start check-in*, from anywhere in Slack: the form of the one that waits, else one is made, and what became of it. */
export function startCheckInShortcut(parts: ListenerParts) {
  const { context, log } = parts;
  return async ({
    shortcut,
    ack,
    client,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const who = whoActed(shortcut);
    const tools = { client, triggerId: shortcut.trigger_id, respond: undefined };
    try {
      const { view, locale } = await startedView(parts, who);
      await openModal(parts, tools, view, locale);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'start-check-in');
      const texts = textsFor('zh-TW');
      await openModal(
        parts,
        tools,
        sentenceModal(texts.startedCheckIn.title, texts.refusal.notOpened(reference), texts),
        'zh-TW',
      );
    }
  };
}

async function startedView(
  { context, findCaller }: ListenerParts,
  who: { readonly workspaceId: string; readonly slackUserId: string },
) {
  const { locale, timeZone } = await findCaller(who.workspaceId, who.slackUserId);
  const texts = textsFor(locale);
  const started = await startCheckIn(context, who);
  const own =
    started.outcome === 'open'
      ? await findOwnCheckIn(context, { ...who, checkInId: started.state.checkIn.checkInId })
      : undefined;
  const view =
    own === undefined
      ? startedCheckInModal(started, timeZone, texts)
      : checkInFormModal({ ...own, openedOn: 'elsewhere' }, texts);
  return { view, locale };
}
