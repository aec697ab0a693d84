import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type App, startApp } from '../../src/app.ts';
import { callPaces } from '../../src/app-settings.ts';
import { createLog } from '../../src/log.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { resumeWorkspace, suspendWorkspace } from '../../src/storage/people/suspensions.ts';
import { importRoster } from '../../src/usecases/import-roster.ts';
import { startSchedule } from '../../src/usecases/renew-schedules.ts';
import { DRAWING, TIMINGS } from '../chaos/scale.ts';
import { acknowledgeFor } from '../support/acknowledge.ts';
import { type PostgresCluster, startPostgresCluster } from '../support/postgres-cluster.ts';
import { RETAIL } from '../support/shop.ts';

/** They stop and start a PostgreSQL of their own: where its programs are is known where a server is given. */
const suite = process.env.TEST_DATABASE_URL === undefined ? describe.skip : describe;

const BOT = {
  token: 'xoxb-disturbed',
  userId: 'U0BOT',
  botId: 'B0BOT',
  appId: 'A0BOT',
  name: 'bot',
  displayName: 'Bot',
};
const SECRET = 'a-signing-secret';
const TEAM = 'T0ROUGH';
const PEOPLE = Array.from({ length: 24 }, (_, index) => `U0P${String(index).padStart(2, '0')}`);

suite('when things go wrong', () => {
  let cluster: PostgresCluster;
  let simulator: Simulator;
  let folder: string;
  let now = new Date('2026-11-16T00:00:00Z');
  const apps: App[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'competency-bot-disturbed-'));
    cluster = await startPostgresCluster();
    simulator = await startSimulator({
      port: 0,
      team: { id: TEAM, name: 'Rough', domain: 'rough' },
      bot: BOT,
      users: PEOPLE.map((id) => ({
        id,
        name: id,
        real_name: id,
        email: `${id}@rough.example`,
        tz: 'Asia/Taipei',
        locale: 'zh-TW',
      })),
      now: () => now,
    });
    const app = await start();
    const { context, commandParts, workspaceId } = app;
    await importRoster(context, {
      workspaceId,
      csv: ['slack_id,standard', ...PEOPLE.map((id) => `${id},${RETAIL}`)].join('\n'),
      directory: await commandParts.listDirectory(),
      dryRun: false,
    });
    await acknowledgeFor(context.database, workspaceId);
    await startSchedule(context, workspaceId);
  });

  afterAll(async () => {
    await Promise.all(apps.map((app) => app.stop()));
    await simulator.stop();
    await cluster.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts one more process of the app, as far as Slack and the database can tell, and connects it. */
  async function start(): Promise<App> {
    const app = await startApp(
      {
        slack: {
          token: BOT.token,
          apiUrl: simulator.apiUrl,
          transport: { kind: 'http', signingSecret: SECRET },
          port: 0,
          host: '127.0.0.1',
          callMs: 2_000,
        },
        folder,
        databaseUrl: cluster.url,
        isDemo: false,
        contact: undefined,
        now: () => now,
        ticking: 'by-hand',
        paces: callPaces(1_200),
        timings: TIMINGS,
        drawing: DRAWING,
        drainMs: 700,
      },
      createLog('silent'),
    );
    apps.push(app);
    connect();
    return app;
  }

  async function stop(app: App): Promise<void> {
    await app.stop();
    apps.splice(apps.indexOf(app), 1);
    connect();
  }

  function connect(): void {
    simulator.connectApp(
      ...apps.map(({ eventsUrl }) => ({
        url: eventsUrl,
        signingSecret: SECRET,
        readyUrl: new URL('/readyz', eventsUrl).href,
      })),
    );
  }

  const control = async (path: string, body: object) => {
    const answer = await fetch(`${simulator.url}/_control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return z.looseObject({ status: z.number() }).parse(await answer.json());
  };
  const read = async (path: string) => (await fetch(`${simulator.url}/_control/${path}`)).text();
  const page = async ({ eventsUrl }: App, path: string) => {
    const answer = await fetch(new URL(path, eventsUrl));
    return { status: answer.status, body: await answer.json() };
  };
  /** Looks again and again; the test's own time limit ends it. */
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await pause(50);
  };

  const messages = z.array(
    z.looseObject({ ts: z.string(), blocks: z.array(z.looseObject({ type: z.string() })).default([]) }),
  );
  const messagesOf = async (user: string) => messages.parse(JSON.parse(await read(`messages?user=${user}`)));
  const tapFirst = async (user: string, point: number) => {
    const message = (await messagesOf(user)).at(-1);
    // Without a row it is the first one that has such a button.
    return await control('action', { user, ts: message?.ts, action_id: `rate-${point}` });
  };
  const stored = async (app: App) =>
    await app.context.database.prisma.rating.count({ where: { workspaceId: TEAM } });
  const only = () => {
    const [app] = apps;
    if (app === undefined || apps.length !== 1) throw new Error(`${apps.length} processes run`);
    return app;
  };

  test('all is well at first: /healthz and /readyz say so, check-ins go out, a tap is saved', async () => {
    const app = only();
    expect(await page(app, '/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await page(app, '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
    now = new Date('2026-11-18T05:00:00Z');
    await app.tick();
    await until(async () => (await messagesOf('U0P23')).length === 1);
    expect(await tapFirst('U0P00', 4)).toMatchObject({ status: 200 });
    expect(await stored(app)).toBe(1);
  });

  test('the database away: a tap is told that it was not saved, and everything resumes by itself', async () => {
    const app = only();
    await cluster.stop('immediate');
    expect(await page(app, '/healthz')).toMatchObject({ status: 200 });
    expect(await page(app, '/readyz')).toMatchObject({
      status: 503,
      body: { status: 'not ready', database: 'unreachable' },
    });
    // Slack has no balancer in front of a single process: the tap arrives all the same.
    simulator.connectApp({ url: app.eventsUrl, signingSecret: SECRET });
    expect(await tapFirst('U0P01', 3)).toMatchObject({ status: 200 });
    await until(async () => (await read('ephemerals?user=U0P01')).includes('沒有存成功'));
    await expect(app.tick()).rejects.toThrow();
    await cluster.start();
    connect();
    await until(async () => (await page(app, '/readyz')).status === 200);
    expect(await tapFirst('U0P01', 3)).toMatchObject({ status: 200 });
    await until(async () => (await stored(app)) === 2);
    // The tick plans, and the job engine's workers, connected anew, send.
    now = new Date('2026-11-25T05:00:00Z');
    await until(async () =>
      app.tick().then(
        () => true,
        () => false,
      ),
    );
    await until(async () => (await messagesOf('U0P23')).length === 2);
    for (const user of PEOPLE) expect(await messagesOf(user)).toHaveLength(2);
  });

  test('Slack refusing the bot: /readyz names the reason until it does not any more', async () => {
    const app = only();
    const { prisma } = app.context.database;
    await suspendWorkspace(prisma, TEAM, 'token_revoked', new Date());
    expect(await page(app, '/readyz')).toMatchObject({ status: 503, body: { slack: 'token_revoked' } });
    expect(await page(app, '/healthz')).toMatchObject({ status: 200 });
    await resumeWorkspace(prisma, TEAM);
    expect(await page(app, '/readyz')).toMatchObject({ status: 200 });
  });

  test('a rolling restart of two processes: nothing lost, doubled or refused', async () => {
    const [first, second] = [only(), await start()];
    let asking = true;
    const statuses: number[] = [];
    const people = Promise.all(
      ['U0P02', 'U0P03'].map(async (user) => {
        while (asking) {
          statuses.push((await control('command', { user, command: '/competency', text: 'T2.2' })).status);
          await pause(20);
        }
      }),
    );
    now = new Date('2026-12-02T05:00:00Z');
    await first.tick();
    const sending = async () => (await messagesOf('U0P00')).length;
    await until(async () => (await sending()) === 3);
    await stop(first);
    const third = await start();
    await stop(second);
    await start();
    await until(async () => {
      await third.tick();
      const lengths = await Promise.all(PEOPLE.map(async (user) => (await messagesOf(user)).length));
      return lengths.every((length) => length >= 3);
    });
    asking = false;
    await people;
    for (const user of PEOPLE) expect(await messagesOf(user)).toHaveLength(3);
    expect(statuses.length).toBeGreaterThan(10);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  });

  test('while it drains a process says that it is stopping, and still takes a tap', async () => {
    const [app, other] = [...apps];
    if (app === undefined || other === undefined) throw new Error('two processes run');
    const before = await stored(other);
    const stopped = app.stop();
    expect(await page(app, '/readyz')).toEqual({ status: 503, body: { status: 'stopping' } });
    simulator.connectApp({ url: app.eventsUrl, signingSecret: SECRET });
    expect(await tapFirst('U0P05', 5)).toMatchObject({ status: 200 });
    await stopped;
    apps.splice(apps.indexOf(app), 1);
    connect();
    expect(await stored(other)).toBe(before + 1);
  });
});
