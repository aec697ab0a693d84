import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { freePort } from '../support/free-port.ts';
import { post, say } from './support/control.ts';
import { AMY, withSimulator } from './support/simulated-company.ts';

interface Received {
  readonly eventId: unknown;
  readonly retry: string | string[] | undefined;
  readonly reason: string | string[] | undefined;
}

/** An app that answers each event in turn with one of these statuses, the last for all that follow. */
async function withAnswers(
  simulator: Simulator,
  statuses: readonly number[],
  test: (received: Received[], arrived: (count: number) => Promise<void>) => Promise<void>,
  headers: Record<string, string> = {},
): Promise<void> {
  const received: Received[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    received.push(readEvent(Buffer.concat(chunks).toString(), request.headers));
    response.writeHead(statuses[Math.min(received.length, statuses.length) - 1] ?? 200, headers);
    response.end();
    for (const { count, resolve } of waiting) if (received.length >= count) resolve();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  simulator.connectApp({ url: `http://127.0.0.1:${port}/slack/events`, signingSecret: 'secret' });
  const arrived = (count: number) =>
    new Promise<void>((resolve) => {
      if (received.length >= count) resolve();
      else waiting.push({ count, resolve });
    });
  try {
    await test(received, arrived);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function readEvent(body: string, headers: IncomingHttpHeaders): Received {
  const { event_id: eventId } = JSON.parse(body);
  return { eventId, retry: headers['x-slack-retry-num'], reason: headers['x-slack-retry-reason'] };
}

const AT_ONCE = { eventRetryAfterMs: [0, 0, 0] };

// https://docs.slack.dev/apis/events-api#retries
describe('an event that is not acknowledged', () => {
  test('is sent three times more under the same id, with the number and the reason', () =>
    withSimulator(AT_ONCE, (simulator) =>
      withAnswers(simulator, [500], async (received, arrived) => {
        const first = await say(simulator, AMY.id, 'hello');
        expect(first.body).toMatchObject({ status: 500, error: 'dispatch_failed' });
        await arrived(4);
        expect(received.map(({ retry, reason }) => [retry, reason])).toEqual([
          [undefined, undefined],
          ['1', 'http_error'],
          ['2', 'http_error'],
          ['3', 'http_error'],
        ]);
        expect(new Set(received.map(({ eventId }) => eventId))).toEqual(new Set([first.body.event_id]));
      }),
    ));

  test('is not sent again once it was acknowledged', () =>
    withSimulator(AT_ONCE, (simulator) =>
      withAnswers(simulator, [500, 200], async (received, arrived) => {
        await say(simulator, AMY.id, 'hello');
        await arrived(2);
        await say(simulator, AMY.id, 'again');
        expect(received.map(({ retry }) => retry)).toEqual([undefined, '1', undefined]);
      }),
    ));

  // https://docs.slack.dev/apis/events-api#turning-retries-off
  test('is not sent again where the app says so', () =>
    withSimulator(AT_ONCE, (simulator) =>
      withAnswers(
        simulator,
        [500],
        async (received) => {
          await say(simulator, AMY.id, 'hello');
          await say(simulator, AMY.id, 'again');
          expect(received.map(({ retry }) => retry)).toEqual([undefined, undefined]);
        },
        { 'x-slack-no-retry': '1' },
      ),
    ));
});

describe('an event whose acknowledgement was lost', () => {
  test('comes again as a retry', () =>
    withSimulator({}, (simulator) =>
      withAnswers(simulator, [200], async (received) => {
        const { body } = await say(simulator, AMY.id, 'hello');
        await post(`${simulator.url}/_control/redeliver`, { event_id: body.event_id });
        expect(received).toEqual([
          { eventId: body.event_id, retry: undefined, reason: undefined },
          { eventId: body.event_id, retry: '1', reason: 'http_timeout' },
        ]);
        const unknown = await post(`${simulator.url}/_control/redeliver`, { event_id: 'Ev0' });
        expect(unknown.status).toBe(404);
      }),
    ));
});

describe('two processes of the app', () => {
  test('are sent requests in turn; one that is not ready, or does not listen, is passed over', () =>
    withSimulator({}, async (simulator) => {
      const taken: string[] = [];
      const ready = new Map([
        ['one', true],
        ['two', true],
      ]);
      const server = createServer((request, response) => {
        const [, name = '', page] = (request.url ?? '').split('/');
        if (page === 'readyz') response.statusCode = ready.get(name) ? 200 : 503;
        else taken.push(name);
        response.end();
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const app = (name: string) => ({
        url: `http://127.0.0.1:${port}/${name}/events`,
        signing_secret: 'secret',
        ready_url: `http://127.0.0.1:${port}/${name}/readyz`,
      });
      const nobody = { url: `http://127.0.0.1:${await freePort()}/none`, signing_secret: 'secret' };
      await post(`${simulator.url}/_control/connect`, { apps: [app('one'), nobody, app('two')] });
      for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) await say(simulator, AMY.id, text);
      expect(taken).toHaveLength(6);
      expect(new Set(taken)).toEqual(new Set(['one', 'two']));
      ready.set('one', false);
      taken.length = 0;
      for (const text of ['a', 'b', 'c']) await say(simulator, AMY.id, text);
      expect(taken).toEqual(['two', 'two', 'two']);
      const elsewhere = await post(`${simulator.url}/_control/connect`, {
        apps: [{ url: 'http://slack.example/', signing_secret: 'x' }],
      });
      expect(elsewhere.status).toBe(400);
      server.closeAllConnections();
      server.close();
    }));
});
