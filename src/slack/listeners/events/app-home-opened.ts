import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { PublishHome } from '../home/publish-home.ts';

const opened = z.object({
  user: z.string(),
  tab: z.literal('home'),
  /** What is shown already, where anything is. */
  view: z.object({ hash: z.string() }).optional(),
});

/** Home is drawn when it is opened. An event that comes twice draws it twice: that does nothing twice. */
export function appHomeOpenedEvent(publishHome: PublishHome) {
  return async ({
    event,
    body,
    client,
  }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    const home = opened.safeParse(event);
    if (!home.success) return;
    const { user, view } = home.data;
    await publishHome(client, {
      workspaceId: body.team_id,
      slackUserId: user,
      hash: view?.hash,
      isFirst: view === undefined,
    });
  };
}
