import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { useAsEvidenceModal } from '../../views/modals/use-as-evidence.ts';
import { sayPrivately } from '../actions/reply.ts';
import { inTime } from '../in-time.ts';
import { localeOf } from '../locale-of.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';

/** The trigger that opens the form is good for three seconds: a link that takes longer is pasted by the person. */
const PERMALINK_WITHIN_MS = 1_500;

/** *Use as evidence* on a message: asks for which indicator. Of the message only its link is ever looked at. */
export function useAsEvidenceShortcut(parts: ListenerParts) {
  return async ({
    body,
    ack,
    client,
    respond,
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    const { context, findCaller, log } = parts;
    await ack();
    const who = whoActed(body);
    try {
      const [caller, permalink] = await Promise.all([
        findCaller(who.workspaceId, who.slackUserId),
        inTime(permalinkOf(parts, client, body), PERMALINK_WITHIN_MS),
      ]);
      const texts = textsFor(caller.locale);
      if (caller.standardCodes.length === 0) {
        await sayPrivately(parts, respond, texts.evidence.noStandard);
        return;
      }
      const tools = { client, triggerId: body.trigger_id, respond };
      await openModal(parts, tools, useAsEvidenceModal(permalink, texts), caller.locale);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'use-as-evidence');
      await sayPrivately(parts, respond, textsFor(await localeOf(parts, who)).refusal.notOpened(reference));
    }
  };
}

/** Undefined where the bot cannot see the message: it may not be in the conversation. */
async function permalinkOf(
  { log }: ListenerParts,
  client: AllMiddlewareArgs['client'],
  { channel, message_ts }: MessageShortcut,
): Promise<string | undefined> {
  try {
    const { permalink } = await client.chat.getPermalink({ channel: channel.id, message_ts });
    return permalink;
  } catch (error) {
    log.info({ err: error }, 'a message that was used as evidence has no permalink for the bot');
    return undefined;
  }
}
