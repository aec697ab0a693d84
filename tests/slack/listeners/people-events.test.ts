import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openShop, RETAIL, type Shop } from '../../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../../support/stores.ts';
import { type OpenBot, openBot } from '../support/open-bot.ts';

const TEAM = 'T0PEOPLE';

describe('what Slack says of people, over real HTTP', () => {
  let counting: CountingDatabase;
  let shop: Shop;
  let bot: OpenBot;
  let events = 0;

  beforeAll(async () => {
    counting = await openCounting(STORES[0]);
    shop = await openShop(counting.database, TEAM);
    await shop.hire([
      { id: 'U0MEI', standard: RETAIL },
      { id: 'U0ADMIN', role: 'administrator' },
    ]);
    await shop.start();
    bot = await openBot(shop, { people: [] });
  });

  afterAll(async () => {
    await bot.stop();
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
    const answer = await bot.deliver(body);
    expect(answer.status).toBe(200);
    await bot.settled();
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
