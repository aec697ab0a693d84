import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import { type Texts, textsFor } from '../../../texts/texts.ts';
import type { Caller } from '../../../usecases/callers.ts';
import { sentenceModal } from '../../views/modals/sentence.ts';
import { localeOf } from '../locale-of.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { type Who, whoActed } from '../who-acted.ts';

/**
 * Acknowledges a global shortcut and opens what it answers with. A shortcut has nowhere else to say something: a
 * failure is said in a modal too, under `title`. `what` is for the log.
 */
export function answerShortcut(
  parts: ListenerParts,
  { what, title }: { readonly what: string; readonly title: (texts: Texts) => string },
  view: (who: Who, caller: Caller, texts: Texts) => ModalView | Promise<ModalView>,
) {
  const { context, findCaller, log } = parts;
  return async ({
    shortcut,
    ack,
    client,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const who = whoActed(shortcut);
    const tools = { client, triggerId: shortcut.trigger_id, respond: undefined };
    try {
      const caller = await findCaller(who.workspaceId, who.slackUserId);
      await openModal(parts, tools, await view(who, caller, textsFor(caller.locale)), caller.locale);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, what);
      const locale = await localeOf(parts, who);
      const texts = textsFor(locale);
      const sentence = texts.refusal.notOpened(reference);
      await openModal(parts, tools, sentenceModal(title(texts), sentence, texts), locale);
    }
  };
}
