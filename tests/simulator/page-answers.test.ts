import { expect, test } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { withBoltApp } from './support/bolt-app.ts';
import { command } from './support/control.ts';
import { input, modal } from './support/forms.ts';
import { BEN, withSimulator } from './support/simulated-company.ts';
import { submit } from './support/views.ts';

const isFunction = (given: unknown) => typeof given === 'function';
const load = (name: string) => import(new URL(`../../src/simulator/page/${name}`, import.meta.url).href);
const { wrongAnswers } = z
  .object({
    wrongAnswers: z.custom<(blocks: KnownBlock[], stateOf: object, words: unknown) => object>(isFunction),
  })
  .parse(await load('views/check-answers.js'));
const { wordsFor } = z
  .object({ wordsFor: z.custom<(locale: string) => unknown>(isFunction) })
  .parse(await load('words.js'));

const FORM = modal('Form', [
  input('link', { type: 'url_text_input' }, { optional: true }),
  input('mail', { type: 'email_text_input' }, { optional: true }),
  input('number', { type: 'number_input', is_decimal_allowed: true, min_value: '-3' }, { optional: true }),
  input('note', { type: 'plain_text_input', min_length: 2, max_length: 3 }, { optional: true }),
]);

function wrongIn(field: string, text: string, locale = 'en-GB'): object {
  const stateOf = (blockId: string) => (blockId === field ? { type: 'typed', value: text } : undefined);
  return wrongAnswers(FORM.blocks as KnownBlock[], stateOf, wordsFor(locale));
}

const TYPED: readonly [string, string, boolean][] = [
  ['link', 'https://a b.c/x', false],
  ['link', 'https://a.example:port/x', false],
  ['link', 'https://[1/x', false],
  ['link', 'javascript:alert(1)', false],
  ['link', ' https://a.example/x y ', true],
  ['link', 'HTTPS://a.example', true],
  ['mail', 'ben@', false],
  ['mail', 'ben..carter@example.com', false],
  ['mail', 'ben@example.c', false],
  ['mail', 'ben@example.com ', true],
  ['number', '1e3', false],
  ['number', '-4', false],
  ['number', '+5 ', true],
  ['number', '-2.5', true],
  ['note', 'x', false],
  ['note', 'xxxx', false],
  ['note', 'xxx', true],
];

test('the page sends what the simulated Slack takes, and tells of the rest at its field', () =>
  withSimulator({}, (simulator) =>
    withBoltApp(
      simulator,
      (app) => {
        app.command('/form', async ({ ack, client, body }) => {
          await ack();
          await client.views.open({ trigger_id: body.trigger_id, view: FORM });
        });
        app.view('form', ({ ack }) => ack({ response_action: 'update', view: FORM }));
      },
      async () => {
        await command(simulator, BEN.id, '/form');
        for (const [field, text, isFit] of TYPED) {
          expect([text, Object.keys(wrongIn(field, text))]).toEqual([text, isFit ? [] : [field]]);
          // Slack itself takes other links than those to the web.
          if (text.startsWith('javascript:')) continue;
          const values = { link: null, mail: null, number: null, note: null, [field]: text };
          const typed = Object.fromEntries(
            Object.entries(values).map(([name, value]) => [name, { [name]: value }]),
          );
          const { status } = await submit(simulator, { user: BEN.id, values: typed });
          expect([text, status]).toEqual([text, isFit ? 200 : 400]);
        }
      },
    ),
  ));

test('a link with a space is said to be broken, in the language of the reader', () => {
  expect(wrongIn('link', 'https://a b.c/x')).toEqual({
    link: 'This link is not complete, or has a space in its address.',
  });
  expect(wrongIn('link', 'https://a b.c/x', 'zh-TW')).toEqual({ link: '這個連結不完整，或網址裡有空格。' });
});
