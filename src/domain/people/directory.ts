/** What a workspace says of one of its users when they change; undefined is what it does not say. */
export interface UserProfile {
  readonly slackUserId: string;
  readonly email: string | undefined;
  readonly displayName: string;
  readonly timeZone: string | undefined;
  /** Slack's locale, `zh-TW`, `en-US`. */
  readonly slackLocale: string | undefined;
  readonly standing: DirectoryStanding;
  /** Slack's time of their newest change, to the second; undefined where it does not say. */
  readonly changedAt: Date | undefined;
}

/** What a workspace says of one of its users. */
export interface DirectoryUser extends Omit<UserProfile, 'changedAt'> {
  readonly timeZone: string;
}

/** Only people of the workspace itself can be members: bots, guests and other organisations' people never are. */
export type DirectoryStanding = 'person' | 'bot' | 'guest' | 'other-organisation' | 'deactivated';
