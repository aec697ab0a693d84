import type { Locale } from './locale.ts';

export const ROLES = ['staff', 'hr', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** A Slack user the bot knows in a workspace. */
export interface Member {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly slackUserId: string;
  readonly email: string | undefined;
  readonly displayName: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly role: Role;
  readonly active: boolean;
}
