import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { acknowledgeNotice } from '../../../usecases/acknowledge-notice.ts';
import { noticeMessage, readAcknowledgement } from '../../views/messages/notice.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { sayPrivately, workspaceOf } from './reply.ts';

/** *I have read this*: noted once, and the message then says when it was read. */
export function acknowledgeNoticeAction(parts: ListenerParts) {
  return async ({
    body,
    action,
    ack,
    respond,
  }: SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs): Promise<void> => {
    const { context, findCaller, log } = parts;
    await ack();
    const workspaceId = workspaceOf(body);
    const slackUserId = body.user.id;
    const claimed = readAcknowledgement(action.value);
    try {
      const acknowledged =
        claimed === undefined
          ? undefined
          : await acknowledgeNotice(context, {
              workspaceId,
              slackUserId,
              memberId: claimed.member,
              version: claimed.version,
            });
      if (acknowledged === undefined || acknowledged.outcome === 'not-yours') {
        const { locale } = await findCaller(workspaceId, slackUserId);
        await sayPrivately(parts, respond, textsFor(locale).notice.notYours);
        return;
      }
      const { notice, comes } = acknowledged;
      const message = noticeMessage(notice, textsFor(notice.recipient.locale), comes);
      await respond({ ...message, replace_original: true }).catch((error: unknown) => {
        log.warn(
          { workspaceId, err: error },
          'a notice that was read could not say so; the next tap draws it',
        );
      });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'acknowledge-notice');
      await sayPrivately(parts, respond, textsFor('zh-TW').notice.notSaved(reference));
    }
  };
}
