import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { DirectoryStanding, DirectoryUser } from '../../domain/people/directory.ts';
import { DEFAULT_LOCALE, type Locale, localeFromSlack } from '../../domain/people/locale.ts';

/** For whoever Slack knows no zone of, or one that this machine does not know: a wrong one would stop the tick. */
const HOME_ZONE = 'Asia/Taipei';

const slackUser = z.object({
  id: z.string(),
  name: z.string().default(''),
  real_name: z.string().optional(),
  deleted: z.boolean().default(false),
  tz: z.string().default(''),
  locale: z.string().optional(),
  is_bot: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  profile: z
    .object({
      email: z.string().optional(),
      display_name: z.string().optional(),
      real_name: z.string().optional(),
    })
    .default({}),
});

const page = z.object({
  members: z.array(slackUser),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Slackbot is a user, but not marked as a bot. */
const SLACKBOT = 'USLACKBOT';
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
  const { profile } = user;
  const names = [user.real_name, profile.real_name, profile.display_name, user.name];
  return {
    slackUserId: user.id,
    email: profile.email,
    displayName: names.find((name) => name !== undefined && name !== '') ?? user.id,
    timeZone: isTimeZone(user.tz) ? user.tz : HOME_ZONE,
    slackLocale: user.locale,
    standing: standingOf(user),
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
}

function standingOf(user: z.infer<typeof slackUser>): DirectoryStanding {
  if (user.deleted) return 'deactivated';
  if (user.is_bot || user.id === SLACKBOT) return 'bot';
  if (user.is_stranger) return 'other-organisation';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'person';
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
