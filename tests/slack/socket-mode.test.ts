import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { openShop } from '../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';
import { startEars } from './support/open-bot.ts';

const answered = z.object({
  envelope_id: z.string(),
  payload: z.object({ response_type: z.string(), text: z.string() }).optional(),
});

/** Slack's end of Socket Mode: an address to connect to, and what is said on the connection. */
let slack: Server;
let sockets: WebSocketServer;
let apiUrl: string;
let counting: CountingDatabase;

beforeAll(async () => {
  counting = await openCounting(STORES[0]);
  slack = createServer((request, response) => {
    const { port } = addressOf(slack);
    const body =
      request.url === '/api/apps.connections.open'
        ? { ok: true, url: `ws://127.0.0.1:${port}/link` }
        : { ok: false, error: 'unknown_method' };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  sockets = new WebSocketServer({ server: slack });
  await new Promise<void>((resolve) => {
    slack.listen(0, '127.0.0.1', resolve);
  });
  apiUrl = `http://127.0.0.1:${addressOf(slack).port}/api/`;
});

afterAll(async () => {
  await counting.remove();
  for (const socket of sockets.clients) socket.terminate();
  slack.close();
});

test('over Socket Mode a command is answered in the acknowledgement, at the address in SLACK_API_URL', async () => {
  const reply = new Promise<unknown>((resolve) => {
    sockets.on('connection', (socket) => {
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0' } }));
      socket.on('message', (data: Buffer) => resolve(JSON.parse(data.toString())));
      socket.send(
        JSON.stringify({
          envelope_id: 'envelope-1',
          type: 'slash_commands',
          accepts_response_payload: true,
          payload: { command: '/competency', text: 't2-2', team_id: 'T0', user_id: 'U0', channel_id: 'D0' },
        }),
      );
    });
  });
  const bolt = await startEars((await openShop(counting.database)).context, 'T0', {
    apiUrl,
    transport: { kind: 'socket', appToken: 'xapp-1' },
    findCaller: async () => ({ locale: 'zh-TW', timeZone: 'UTC', standardCodes: [] }),
  });
  const { envelope_id, payload } = answered.parse(await reply);
  expect(envelope_id).toBe('envelope-1');
  expect(payload?.response_type).toBe('ephemeral');
  expect(payload?.text).toContain('T2.2 系統障礙回報');
  await bolt.stop();
});

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address;
}
