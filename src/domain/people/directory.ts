/** What a workspace says of one of its users when they change; undefined is what it does not say. */
export interface UserProfile {
  readonly slackUserId: string;
  readonly email: string | undefined;
  readonly displayName: string;
  readonly timeZone: string | undefined;
  /** Slack's locale, `zh-TW`, `en-US`. */
  readonly slackLocale: string | undefined;
  readonly standing: DirectoryStanding;
}

/** What a workspace says of one of its users. */
export interface DirectoryUser extends UserProfile {
  readonly timeZone: string;
}

/** Only people of the workspace itself can be members: bots, guests and other organisations' people never are. */
export type DirectoryStanding = 'person' | 'bot' | 'guest' | 'other-organisation' | 'deactivated';
