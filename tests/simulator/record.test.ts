import { describe, expect, test } from '@jest/globals';
import { actions, button } from '../../src/slack/blocks/build.ts';
import { command, post, say, tap } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { recordOf } from './support/record.ts';
import { AMY, BOT, clientOf, withSimulator } from './support/simulated-company.ts';

describe('the record', () => {
  test('holds what was accepted, refused and done, in order', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const client = clientOf(simulator);
        const { ts } = await client.chat.postMessage({
          channel: AMY.id,
          text: 'Question',
          blocks: [actions('first', [button({ actionId: 'rate', text: '1', value: '1' })])],
        });
        await client.chat.update({ channel: 'D0AMY', ts: String(ts), text: 'Changed' });
        await client.chat.postMessage({ channel: 'D0NONE', text: 'x' }).catch(() => {});
        await tap(simulator, { user: AMY.id, ts, action_id: 'rate' });
        await command(simulator, AMY.id, '/competency', 'T1');
        await say(simulator, AMY.id, 'hello');
        const record = await recordOf(simulator);
        expect(record.map(({ kind }) => kind)).toEqual([
          'conversation-opened',
          'message',
          'message-changed',
          'refused',
          'response-url',
          'tapped',
          'response-url',
          'commanded',
          'message',
          'event',
        ]);
        expect(record.map(({ number }) => number)).toEqual(record.map((_, index) => index + 1));
        expect(record[1]).toMatchObject({
          channel: 'D0AMY',
          message: { text: 'Question', user: BOT.userId },
        });
        expect(record[3]).toMatchObject({ method: 'chat.postMessage', error: 'channel_not_found' });
        expect(record[5]).toMatchObject({ user: AMY.id, status: 200, details: { ts } });
        expect(await recordOf(simulator, 8)).toEqual(record.slice(8));
      }),
    ));

  test('keeps what the app deletes, and has no way to be changed', () =>
    withSimulator({}, async (simulator) => {
      const client = clientOf(simulator);
      const { ts } = await client.chat.postMessage({ channel: AMY.id, text: 'x' });
      await client.chat.delete({ channel: 'D0AMY', ts: String(ts) });
      expect((await recordOf(simulator)).map(({ kind }) => kind)).toEqual([
        'conversation-opened',
        'message',
        'message-deleted',
      ]);
      expect((await post(`${simulator.url}/_control/record`, [])).status).toBe(404);
      expect(await recordOf(simulator)).toHaveLength(3);
    }));

  test('says which calls a fault met, and what the rates refused', () =>
    withSimulator({ rateLimits: true }, async (simulator) => {
      const client = clientOf(simulator);
      const send = () => client.chat.postMessage({ channel: AMY.id, text: 'x' }).catch(() => {});
      await send();
      await send();
      await post(`${simulator.url}/_control/fault`, { method: 'auth.test', kind: '429', times: 1 });
      await client.auth.test().catch(() => {});
      await client.auth.test().catch(() => {});
      expect((await recordOf(simulator)).slice(2)).toMatchObject([
        { kind: 'refused', method: 'chat.postMessage', error: 'ratelimited', retry_after: 1 },
        { kind: 'fault', method: 'auth.test', fault: '429', first: true },
        { kind: 'fault', method: 'auth.test', fault: '429', first: false },
      ]);
    }));
});
