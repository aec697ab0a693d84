import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { DirectoryUser } from '../../domain/people/directory.ts';
import { DEFAULT_LOCALE, type Locale, localeFromSlack } from '../../domain/people/locale.ts';
import { slackUser, toProfile } from '../slack-user.ts';

/** For whoever Slack knows no zone of, or one that this machine does not know: a wrong one would stop the tick. */
const HOME_ZONE = 'Asia/Taipei';

const page = z.object({
  members: z.array(slackUser),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

const PAGE = 200;

/** Everybody of the workspace, page by page; one call per 200 people. */
export async function listDirectory(client: WebClient): Promise<DirectoryUser[]> {
  const users: DirectoryUser[] = [];
  let cursor: string | undefined;
  do {
    const answer = page.parse(
      await client.users.list({
        include_locale: true,
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    );
    users.push(...answer.members.map(toDirectoryUser));
    cursor = answer.response_metadata?.next_cursor;
  } while (cursor !== undefined && cursor !== '');
  return users;
}

function toDirectoryUser(user: z.infer<typeof slackUser>): DirectoryUser {
  const profile = toProfile(user);
  return { ...profile, timeZone: profile.timeZone ?? HOME_ZONE };
}

const userInfo = z.object({ user: z.object({ locale: z.string().optional() }) });

/** The language of somebody who is no member, as far as Slack says. */
export function strangerLocale(
  client: WebClient,
): (workspaceId: string, slackUserId: string) => Promise<Locale> {
  return async (_workspaceId, slackUserId) => {
    try {
      const { user } = userInfo.parse(await client.users.info({ user: slackUserId, include_locale: true }));
      return localeFromSlack(user.locale);
    } catch {
      return DEFAULT_LOCALE;
    }
  };
}
