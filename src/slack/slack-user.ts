import { z } from 'zod';
import type { DirectoryStanding, UserProfile } from '../domain/people/directory.ts';
import { readDisplayName } from '../domain/people/display-name.ts';

/**
 * A user as `users.list` and the events `team_join` and `user_change` show them:
 * https://docs.slack.dev/reference/objects/user-object
 */
export const slackUser = z.object({
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
  /** Unix seconds. */
  updated: z.int().optional(),
  profile: z
    .object({
      email: z.string().optional(),
      display_name: z.string().optional(),
      real_name: z.string().optional(),
    })
    .default({}),
});

/** Slackbot is a user, but not marked as a bot. */
const SLACKBOT = 'USLACKBOT';

/** What Slack says of a user. */
export function toProfile(user: z.infer<typeof slackUser>): UserProfile {
  const { profile } = user;
  const names = [user.real_name, profile.real_name, profile.display_name, user.name];
  return {
    slackUserId: user.id,
    email: profile.email,
    displayName: names.flatMap((name) => readDisplayName(name ?? '') ?? [])[0] ?? user.id,
    timeZone: isTimeZone(user.tz) ? user.tz : undefined,
    slackLocale: user.locale,
    standing: standingOf(user),
    changedAt: user.updated === undefined ? undefined : new Date(user.updated * 1_000),
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
