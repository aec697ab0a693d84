import type { UserProfile } from '../../src/domain/people/directory.ts';

/** What Slack says of somebody whom the shop's tests have hired. */
export function profileOf(slackUserId: string, changes: Partial<UserProfile> = {}): UserProfile {
  return {
    slackUserId,
    email: `${slackUserId.toLowerCase()}@shop.example`,
    displayName: `Name of ${slackUserId}`,
    timeZone: 'Asia/Taipei',
    slackLocale: 'zh-TW',
    standing: 'person',
    changedAt: undefined,
    ...changes,
  };
}
