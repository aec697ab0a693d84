import { NOTICE_VERSION } from '../domain/people/notice.ts';
import { acknowledgeNotice } from '../usecases/acknowledge-notice.ts';
import type { Context } from '../usecases/context.ts';

/** Colleagues read the notice about their data, as a tap on its button says it. */
export async function acknowledgeNotices(
  context: Context,
  workspaceId: string,
  people: readonly { readonly slackUserId: string; readonly memberId: string }[],
): Promise<void> {
  for (const { slackUserId, memberId } of people) {
    await acknowledgeNotice(context, { workspaceId, slackUserId, memberId, version: NOTICE_VERSION });
  }
}
