import { describe, expect, test } from '@jest/globals';
import { slackUser, toProfile } from '../../src/slack/slack-user.ts';

describe('what somebody is called', () => {
  const nameOf = (user: object) => toProfile(slackUser.parse({ id: 'U1', ...user })).displayName;

  test.each([
    ['the real name', { real_name: '林佳蓉', name: 'lin' }, '林佳蓉'],
    [
      'that of the profile, where there is none',
      { real_name: '', profile: { real_name: '林佳蓉' } },
      '林佳蓉',
    ],
    [
      'the display name, where there is none either',
      { profile: { display_name: '佳蓉' }, name: 'lin' },
      '佳蓉',
    ],
    ['their id, where nothing can be read', { real_name: '\u202e\u200b', name: ' ' }, 'U1'],
    ['without what turns or hides text', { real_name: '許\u202e志\u0007偉' }, '許志偉'],
    ['on one line', { real_name: ' 許\n志  偉\t' }, '許 志 偉'],
    ['not without end', { real_name: '許'.repeat(300) }, '許'.repeat(80)],
    ['never in half a character', { real_name: '😀'.repeat(90) }, '😀'.repeat(80)],
  ])('%s', (_what, user, name) => expect(nameOf(user)).toBe(name));
});
