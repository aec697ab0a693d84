import type { BlockButtonAction } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { acknowledgeNotice } from '../../../usecases/acknowledge-notice.ts';
import { noticeMessage, readAcknowledgement } from '../../views/messages/notice.ts';
import type { ListenerParts } from '../parts.ts';
import { answerTap } from './answer-tap.ts';

/** *I have read this*: noted once, and the message then says when it was read. */
export function acknowledgeNoticeAction(parts: ListenerParts) {
  return answerTap<BlockButtonAction>(
    parts,
    { what: 'acknowledge-notice', failed: ({ notice }, reference) => notice.notSaved(reference) },
    async ({ action, respond }, who) => {
      const claimed = readAcknowledgement(action.value);
      if (claimed === undefined) return ({ notice }) => notice.notYours;
      const { member: memberId, version } = claimed;
      const acknowledged = await acknowledgeNotice(parts.context, { ...who, memberId, version });
      if (acknowledged.outcome === 'not-yours') return ({ notice }) => notice.notYours;
      const { notice, comes } = acknowledged;
      const message = noticeMessage(notice, textsFor(notice.recipient.locale), comes);
      await respond({ ...message, replace_original: true }).catch((error: unknown) => {
        const { workspaceId } = who;
        parts.log.warn(
          { workspaceId, err: error },
          'a notice that was read could not say so; the next tap draws it',
        );
      });
      return undefined;
    },
  );
}
