import { expect, test } from '@jest/globals';
import { messageAsSlackSendsIt } from '../../src/simulator/app/as-slack-sends-it.ts';
import { messagesOf, say } from './support/control.ts';
import { AMY, withSimulator } from './support/simulated-company.ts';

test.each([
  ['a bare domain', 'icap.tw', '<http://icap.tw|icap.tw>'],
  [
    'one with a path, in a sentence',
    '看 icap.tw/a?b=1&c=2。',
    '看 <http://icap.tw/a?b=1&amp;c=2|icap.tw/a?b=1&amp;c=2>。',
  ],
  ['a whole address', 'https://x.tw', '<https://x.tw>'],
  ['one that a sentence ends with', 'See https://x.tw/a_b.', 'See <https://x.tw/a_b>.'],
  ['mail', 'hr@shop.com.tw', '<mailto:hr@shop.com.tw|hr@shop.com.tw>'],
  ['two of them', 'x.tw, y.com', '<http://x.tw|x.tw>, <http://y.com|y.com>'],
  ['codes', 'T2.2 P1.1.1 IIS3513-005v4', 'T2.2 P1.1.1 IIS3513-005v4'],
  ['what looks like one and is none', 'v1.twenty 3.5', 'v1.twenty 3.5'],
  ['what Slack escapes', '<@U0AMY> & co', '&lt;@U0AMY&gt; &amp; co'],
])('%s', (_what, typed, sent) => {
  expect(messageAsSlackSendsIt(typed)).toBe(sent);
});

test('a message that is written is so', () =>
  withSimulator({}, async (simulator) => {
    await say(simulator, AMY.id, 'icap.tw');
    expect(await messagesOf(simulator, AMY.id)).toMatchObject([{ text: '<http://icap.tw|icap.tw>' }]);
  }));
