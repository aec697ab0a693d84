import { describe, expect, test } from '@jest/globals';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { withBoltApp } from './support/bolt-app.ts';
import { command, ephemeralsOf, messagesOf, nextChange, say, tap } from './support/control.ts';
import { AMY, clientOf, withSimulator } from './support/simulated-company.ts';

const QUESTION = {
  channel: AMY.id,
  text: 'How did it go?',
  blocks: [
    {
      type: 'actions',
      block_id: 'P1.1.1',
      elements: [
        { type: 'button', action_id: 'rate', text: { type: 'plain_text', text: '1' }, value: 'one' },
        { type: 'button', action_id: 'rate-more', text: { type: 'plain_text', text: '2' }, value: 'two' },
      ],
    },
  ],
};

describe('a real Bolt app on the simulated Slack', () => {
  test('User types a slash command and reads the acknowledgement as an ephemeral message', () =>
    withSimulator({}, (simulator) =>
      withBoltApp(
        simulator,
        (app) => app.command('/competency', ({ ack, command }) => ack(`You asked for ${command.text}`)),
        async () => {
          const reply = await command(simulator, AMY.id, '/competency', 'T2.2');
          expect(reply).toMatchObject({ status: 200, body: { status: 200 } });
          const seen = await ephemeralsOf(simulator, AMY.id);
          expect(seen.map(({ text }) => text)).toEqual(['You asked for T2.2']);
          expect(await messagesOf(simulator, AMY.id)).toEqual([]);
        },
      ),
    ));

  test('User taps a button and the message is redrawn through its response_url', () =>
    withSimulator({}, (simulator) =>
      withBoltApp(
        simulator,
        (app) =>
          app.action('rate', async ({ ack, action, respond }) => {
            await ack();
            const value = action.type === 'button' ? action.value : undefined;
            await respond({ replace_original: true, text: `Saved ${value}` });
          }),
        async () => {
          const { ts } = await clientOf(simulator).chat.postMessage(QUESTION);
          const reply = await tap(simulator, { user: AMY.id, ts, action_id: 'rate' });
          expect(reply).toMatchObject({ status: 200, body: { status: 200 } });
          await redrawn(simulator, AMY.id);
          const [message] = await messagesOf(simulator, AMY.id);
          expect(message).toMatchObject({ ts, text: 'Saved one' });
          expect(message?.blocks).toBeUndefined();
        },
      ),
    ));

  test('User writes to the bot and it answers in the DM', () =>
    withSimulator({}, (simulator) => {
      const answered = Promise.withResolvers<void>();
      return withBoltApp(
        simulator,
        (app) =>
          app.message(async ({ message, say: answer }) => {
            await answer(`Heard ${'text' in message ? message.text : ''}`);
            answered.resolve();
          }),
        async () => {
          expect((await say(simulator, AMY.id, 'a < b')).body.status).toBe(200);
          await answered.promise;
          const seen = await messagesOf(simulator, AMY.id);
          expect(seen.map(({ user, text }) => [user, text])).toEqual([
            [AMY.id, 'a &lt; b'],
            ['U0BOT', 'Heard a &lt; b'],
          ]);
        },
      );
    }));

  test('Bolt answers 401 to a request with another signature, and the person sees that it failed', () =>
    withSimulator({}, (simulator) =>
      withBoltApp(
        simulator,
        (app) => app.command('/competency', ({ ack }) => ack('never')),
        async () => {
          const reply = await command(simulator, AMY.id, '/competency');
          expect(reply.body).toMatchObject({ status: 401, error: 'dispatch_failed' });
          const seen = await ephemeralsOf(simulator, AMY.id);
          expect(seen.map(({ text }) => text)).toEqual([
            '/competency failed with the error "dispatch_failed"',
          ]);
        },
        'another secret',
      ),
    ));
});

/** Waits until the person's message was edited. */
async function redrawn(simulator: Simulator, user: string): Promise<void> {
  for (let version = 0; ; version = await nextChange(simulator, version)) {
    const messages = await messagesOf(simulator, user);
    if (messages.some(({ edited }) => edited !== undefined)) return;
  }
}
