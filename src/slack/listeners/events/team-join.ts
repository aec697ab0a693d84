import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { announceNewcomer } from '../../../usecases/announce-newcomer.ts';
import { followProfile } from '../../../usecases/follow-profile.ts';
import { slackUser, toProfile } from '../../slack-user.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';

const joined = z.object({ user: slackUser });

/** Somebody has joined: administrators hear of it, unless it is somebody the bot knows already. */
export function teamJoinEvent({ context, log }: ListenerParts) {
  return async ({
    event,
    body,
  }: SlackEventMiddlewareArgs<'team_join'> & AllMiddlewareArgs): Promise<void> => {
    try {
      const profile = toProfile(joined.parse(event).user);
      const followed = await followProfile(context, body.team_id, profile);
      if (followed === 'unknown') await announceNewcomer(context, body.team_id, profile);
    } catch (error) {
      logWithReference(log, context.newId, error, 'team-join');
    }
  };
}
