import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

const module = z.object({
  parseMrkdwn: z.custom<(text: string) => unknown>((given) => typeof given === 'function'),
});
const url = new URL('../../src/simulator/page/parse-mrkdwn.js', import.meta.url).href;
const { parseMrkdwn } = module.parse(await import(url));

const text = (said: string) => ({ type: 'text', text: said });
const line = (...nodes: unknown[]) => ({ quote: false, nodes });
const marked = (type: string, said: string) => ({ type, children: [text(said)] });

// https://docs.slack.dev/messaging/formatting-message-text
describe('mrkdwn on the page', () => {
  test.each<[string, string, unknown[]]>([
    [
      'bold, italic, strike',
      '*a* _b_ ~c~',
      [line(marked('bold', 'a'), text(' '), marked('italic', 'b'), text(' '), marked('strike', 'c'))],
    ],
    [
      'marks within marks',
      '*a _b_*',
      [line({ type: 'bold', children: [text('a '), marked('italic', 'b')] })],
    ],
    [
      'no marks within words, nor between Chinese characters',
      'a_b_c 2*3*4 很*重*要',
      [line(text('a_b_c 2*3*4 很*重*要'))],
    ],
    [
      'marks beside Chinese punctuation',
      '（*重要*）。',
      [line(text('（'), marked('bold', '重要'), text('）。'))],
    ],
    ['code as it is', '`*a* &lt;b&gt;`', [line({ type: 'code', text: '*a* <b>' })]],
    ['a block of code', 'x\n```\na\n*b*\n```', [line(text('x')), { preformatted: 'a\n*b*' }]],
    [
      'quotes',
      '&gt; a\n> b\nc',
      [{ quote: true, nodes: [text('a')] }, { quote: true, nodes: [text('b')] }, line(text('c'))],
    ],
    [
      'a named link',
      '<https://a.example/?b=1&amp;c=2|here>',
      [line({ type: 'link', url: 'https://a.example/?b=1&c=2', text: 'here' })],
    ],
    [
      'a bare link',
      '見 https://a.example/x_y_z。',
      [
        line(
          text('見 '),
          { type: 'link', url: 'https://a.example/x_y_z', text: 'https://a.example/x_y_z' },
          text('。'),
        ),
      ],
    ],
    ['no link to a script', '<javascript:alert(1)|here>', [line(text('here'))]],
    ['people', '<@U0AMY>', [line({ type: 'mention', user: 'U0AMY', text: '@U0AMY' })]],
    [
      'escaped text once, not twice',
      '&amp;lt;b&amp;gt; &lt;!channel&gt;',
      [line(text('&lt;b&gt; <!channel>'))],
    ],
    [
      'emoji it knows, and others by name',
      ':tada: :unknown:',
      [line(text('🎉'), text(' '), text(':unknown:'))],
    ],
    ['empty lines', 'a\n\nb', [line(text('a')), line(), line(text('b'))]],
  ])('draws %s', (_what, said, drawn) => {
    expect(parseMrkdwn(said)).toEqual(drawn);
  });
});
