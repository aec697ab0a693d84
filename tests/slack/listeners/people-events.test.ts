import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLog } from '../../../src/log.ts';
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts';
import { startBolt } from '../../../src/slack/bolt.ts';
import { sendFile } from '../../../src/slack/client/send-file.ts';
import { createRenderers } from '../../../src/slack/renderers.ts';
import { openShop, RETAIL, type Shop, UNPACED } from '../../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../../support/stores.ts';

const SECRET = 'a-signing-secret';
const TEAM = 'T0PEOPLE';

describe('what Slack says of people, over real HTTP', () => {
  let counting: CountingDatabase;
  let simulator: Simulator;
  let shop: Shop;
  let bolt: Awaited<ReturnType<typeof startBolt>>;
  let events = 0;

  beforeAll(async () => {
    counting = await openCounting(STORES[0]);
    shop = await openShop(counting.database, TEAM);
    await shop.hire([
      { id: 'U0MEI', standard: RETAIL },
      { id: 'U0ADMIN', role: 'administrator' },
    ]);
    await shop.start();
    simulator = await startSimulator({
      port: 0,
      team: { id: TEAM, name: 'Shop', domain: 'shop' },
      bot: {
        token: 'xoxb-1',
        userId: 'U0BOT',
        botId: 'B0BOT',
        appId: 'A0BOT',
        name: 'bot',
        displayName: 'Bot',
      },
      users: [],
      now: () => new Date(),
    });
    bolt = await startBolt(
      {
        token: 'xoxb-1',
        apiUrl: simulator.apiUrl,
        transport: { kind: 'http', signingSecret: SECRET },
        port: 0,
        host: '127.0.0.1',
        callMs: 10_000,
      },
      { workspaceId: TEAM, botId: 'B0BOT', botUserId: 'U0BOT' },
      {
        context: shop.context,
        findCaller: async () => ({ locale: 'en', timeZone: 'Asia/Taipei', standardCodes: [] }),
        renderCheckIn: createRenderers(shop.context).checkIn,
        calls: UNPACED,
        sendFile,
        log: createLog('silent'),
      },
      [],
    );
  });

  afterAll(async () => {
    await bolt.stop();
    await simulator.stop();
    await counting.remove();
  });

  /** A user as Slack's own example of these events shows one. */
  const user = (id: string, changes: object = {}) => ({
    id,
    team_id: TEAM,
    name: id.toLowerCase(),
    deleted: false,
    real_name: `Name of ${id}`,
    tz: 'Asia/Taipei',
    tz_label: 'Taipei Standard Time',
    tz_offset: 28_800,
    profile: { real_name: `Name of ${id}`, display_name: '', email: `${id.toLowerCase()}@shop.example` },
    is_admin: false,
    is_bot: false,
    is_restricted: false,
    is_ultra_restricted: false,
    updated: 1_648_596_421,
    locale: 'zh-TW',
    ...changes,
  });

  async function happens(type: 'user_change' | 'team_join', about: object, eventId?: string): Promise<void> {
    events += 1;
    const body = JSON.stringify({
      token: 'verification',
      team_id: TEAM,
      api_app_id: 'A0BOT',
      type: 'event_callback',
      event_id: eventId ?? `Ev${events}`,
      event_time: 1_648_596_421,
      event: { type, user: about, cache_ts: 1_648_596_421, event_ts: '1648596421.000000' },
    });
    const timestamp = Math.floor(Date.now() / 1_000);
    const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    const answer = await fetch(bolt.eventsUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${signature}`,
      },
      body,
    });
    expect(answer.status).toBe(200);
    await bolt.settled();
  }

  const mei = () =>
    counting.database.prisma.member.findFirstOrThrow({ where: { workspaceId: TEAM, slackUserId: 'U0MEI' } });
  const lines = () =>
    counting.database.prisma.delivery.findMany({ where: { workspaceId: TEAM, kind: 'newcomer' } });

  test('a changed profile is followed', async () => {
    await happens(
      'user_change',
      user('U0MEI', { real_name: '王美', tz: 'America/Los_Angeles', locale: 'en-US' }),
    );
    expect(await mei()).toMatchObject({ displayName: '王美', timeZone: 'America/Los_Angeles', locale: 'en' });
  });

  test('an account that is switched off stops everything, and one that is switched on again goes on', async () => {
    await happens('user_change', user('U0MEI', { deleted: true, tz: undefined, locale: undefined }));
    expect((await mei()).active).toBe(false);
    expect(await counting.database.prisma.memberSchedule.count({ where: { workspaceId: TEAM } })).toBe(0);
    await happens('user_change', user('U0MEI'));
    expect((await mei()).active).toBe(true);
    expect(await counting.database.prisma.memberSchedule.count({ where: { workspaceId: TEAM } })).toBe(1);
  });

  test('somebody who becomes a guest has left', async () => {
    await happens('user_change', user('U0MEI', { is_restricted: true }));
    expect((await mei()).active).toBe(false);
    await happens('team_join', user('U0MEI'));
    expect((await mei()).active).toBe(true);
    expect(await lines()).toEqual([]);
  });

  test('a change of a stranger is nobody’s business', async () => {
    await happens('user_change', user('U0TOM'));
    expect(await counting.database.prisma.member.count({ where: { workspaceId: TEAM } })).toBe(2);
    expect(await lines()).toEqual([]);
  });

  test('an administrator hears once of a person who joins, and not of a bot', async () => {
    await happens('team_join', user('U0ROBOT', { is_bot: true }));
    expect(await lines()).toEqual([]);
    await happens('team_join', user('U0NEW'), 'EvJOIN');
    await happens('team_join', user('U0NEW'), 'EvJOIN');
    expect((await lines()).map(({ key }) => key.split(':')[1])).toEqual(['U0NEW']);
  });

  test('an event delivered twice is worked on once', async () => {
    await happens('user_change', user('U0MEI', { real_name: 'First' }), 'EvTWICE');
    await happens('user_change', user('U0MEI', { real_name: 'Second' }));
    await happens('user_change', user('U0MEI', { real_name: 'First' }), 'EvTWICE');
    expect((await mei()).displayName).toBe('Second');
  });

  test('an event that is not as it should be changes nothing', async () => {
    await happens('user_change', { id: 42 });
    expect((await mei()).displayName).toBe('Second');
  });
});
