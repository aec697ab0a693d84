import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { followProfile } from '../../../usecases/follow-profile.ts';
import { slackUser, toProfile } from '../../slack-user.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';

const changed = z.object({ user: slackUser });

/** Somebody's name, zone, language or standing has changed: the bot follows, for those it knows. */
export function userChangeEvent({ context, log }: ListenerParts) {
  return async ({
    event,
    body,
  }: SlackEventMiddlewareArgs<'user_change'> & AllMiddlewareArgs): Promise<void> => {
    try {
      const workspaceId = body.team_id;
      const followed = await followProfile(context, workspaceId, toProfile(changed.parse(event).user));
      if (followed === 'left' || followed === 'returned')
        log.info({ workspaceId, followed }, 'a member has moved');
    } catch (error) {
      logWithReference(log, context.newId, error, 'user-change');
    }
  };
}
