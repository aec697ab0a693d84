/** What a workspace says of one of its users. */
export interface DirectoryUser {
  readonly slackUserId: string;
  readonly email: string | undefined;
  readonly displayName: string;
  readonly timeZone: string;
  /** Slack's locale, `zh-TW`, `en-US`. */
  readonly slackLocale: string | undefined;
  readonly standing: DirectoryStanding;
}

/** Only people of the workspace itself can be members: bots, guests and other organisations' people never are. */
export type DirectoryStanding = 'person' | 'bot' | 'guest' | 'other-organisation' | 'deactivated';
