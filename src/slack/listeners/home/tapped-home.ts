import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { workspaceOf } from '../actions/reply.ts';

export type HomeTap = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** Whose Home was tapped. */
export function whoTapped({ body }: Pick<HomeTap, 'body'>): { workspaceId: string; slackUserId: string } {
  return { workspaceId: workspaceOf(body), slackUserId: body.user.id };
}
