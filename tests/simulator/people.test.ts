import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { getJson, lastPayload, post } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { recordOf } from './support/record.ts';
import { AMY, clientOf, withSimulator } from './support/simulated-company.ts';

const CAT = {
  id: 'U0CAT',
  name: 'cat',
  real_name: 'Cat',
  email: 'cat@example.com',
  tz: 'Europe/London',
  locale: 'en-GB',
};

const change = (simulator: Simulator, changes: Record<string, unknown>) =>
  post(`${simulator.url}/_control/user`, { user: AMY.id, ...changes });
const arrive = (simulator: Simulator, person: Record<string, unknown> = CAT) =>
  post(`${simulator.url}/_control/join`, person);

// https://docs.slack.dev/reference/events/user_change
describe('a person who changes', () => {
  test('is told to the app whole, and shown so from then on', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { body } = await change(simulator, {
          tz: 'Europe/London',
          locale: 'en-GB',
          real_name: 'Amy Lin',
        });
        expect(body).toMatchObject({ event_id: expect.stringMatching(/^Ev/), status: 200 });
        expect(await lastPayload(simulator)).toMatchObject({
          type: 'event_callback',
          event: {
            type: 'user_change',
            cache_ts: expect.any(Number),
            event_ts: expect.any(String),
            user: {
              id: AMY.id,
              team_id: 'T0TEAM',
              real_name: 'Amy Lin',
              tz: 'Europe/London',
              tz_offset: 0,
              locale: 'en-GB',
              deleted: false,
              profile: { email: AMY.email, real_name: 'Amy Lin' },
            },
          },
        });
        const { user } = await clientOf(simulator).users.info({ user: AMY.id, include_locale: true });
        expect(user).toMatchObject({ real_name: 'Amy Lin', tz: 'Europe/London', locale: 'en-GB' });
        expect(await getJson(simulator, '/_control/state')).toMatchObject({
          users: [{ id: AMY.id, real_name: 'Amy Lin', tz: 'Europe/London', locale: 'en-GB' }, {}, {}],
        });
      }),
    ));

  test('and is deactivated cannot be written to, until they return', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { chat, users } = clientOf(simulator);
        await chat.postMessage({ channel: AMY.id, text: 'before' });
        await change(simulator, { deleted: true });
        expect(await lastPayload(simulator)).toMatchObject({
          event: { user: { id: AMY.id, deleted: true } },
        });
        const write = () => chat.postMessage({ channel: 'D0AMY', text: 'x' });
        await expect(write()).rejects.toMatchObject({ data: { error: 'user_disabled' } });
        const members = (await users.list({})).members ?? [];
        expect(members.find(({ id }) => id === AMY.id)).toMatchObject({ deleted: true });
        expect(await getJson(simulator, '/_control/state')).toMatchObject({
          users: [{ id: AMY.id, deleted: true }, {}, {}],
        });
        await change(simulator, { deleted: false });
        await expect(write()).resolves.toMatchObject({ ok: true });
      }),
    ));

  test.each([
    ['a zone that there is not', { tz: 'Europe/Nowhere' }, 400],
    ['a field that there is not', { level: 9 }, 400],
    ['another id', { id: 'U0NEW' }, 400],
    ['somebody who is not there', { user: 'U0NONE' }, 404],
  ])('does not to %s', (_what, changes, status) =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async (received) => {
        expect((await change(simulator, changes)).status).toBe(status);
        expect(received).toEqual([]);
      }),
    ),
  );
});

// https://docs.slack.dev/reference/events/team_join
describe('a person who joins', () => {
  test('is told to the app, listed, and can be written to', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        expect((await arrive(simulator)).body).toMatchObject({ status: 200 });
        expect(await lastPayload(simulator)).toMatchObject({
          event: { type: 'team_join', user: { id: 'U0CAT', locale: 'en-GB', profile: { email: CAT.email } } },
        });
        const { chat, users } = clientOf(simulator);
        await expect(users.lookupByEmail({ email: CAT.email })).resolves.toMatchObject({
          user: { id: 'U0CAT' },
        });
        const members = (await users.list({})).members ?? [];
        expect(members.map(({ id }) => id)).toEqual(['U0AMY', 'U0BEN', 'U0GONE', 'U0CAT', 'U0BOT']);
        await expect(chat.postMessage({ channel: 'U0CAT', text: 'Hi' })).resolves.toMatchObject({
          channel: 'D0CAT',
        });
        expect((await recordOf(simulator)).map(({ kind }) => kind)).toEqual([
          'user-joined',
          'event',
          'conversation-opened',
          'message',
        ]);
      }),
    ));

  test('does so once, with an id of Slack’s', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        for (const id of [AMY.id, 'U0BOT', 'cat']) {
          expect((await arrive(simulator, { ...CAT, id })).status).toBe(400);
        }
      }),
    ));
});

test('who joined and changed is so after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const options = { journalFile: join(folder, 'slack.jsonl') };
  try {
    await withSimulator(options, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        await arrive(simulator);
        await change(simulator, { user: 'U0CAT', tz: 'Asia/Tokyo' });
        await change(simulator, { deleted: true });
      }),
    );
    await withSimulator(options, async (simulator) => {
      const { users } = clientOf(simulator);
      await expect(users.info({ user: 'U0CAT' })).resolves.toMatchObject({ user: { tz: 'Asia/Tokyo' } });
      await expect(users.info({ user: AMY.id })).resolves.toMatchObject({ user: { deleted: true } });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
