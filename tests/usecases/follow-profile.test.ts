import { beforeEach, describe, expect, test } from '@jest/globals';
import { sendTurn } from '../../src/delivery/sender.ts';
import type { UserProfile } from '../../src/domain/people/directory.ts';
import { claimUndrawn } from '../../src/storage/check-ins/drawing.ts';
import type { Context } from '../../src/usecases/context.ts';
import { drawingTimes } from '../../src/usecases/draw-check-in.ts';
import { followProfile } from '../../src/usecases/follow-profile.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { remindOfCheckIn } from '../../src/usecases/remind-of-check-in.ts';
import { profileOf } from '../support/profile-of.ts';
import { senderPartsOf } from '../support/sender-parts-of.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

const WEDNESDAY = '2026-11-18T05:00:00Z';

describe.each(STORES)('what Slack says of a member, on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;

  beforeEach(async () => {
    shops += 1;
    shop = await openShop(counting.database, `T0FOLLOW${shops}`);
    await shop.hire([
      { id: 'UBOSS', standard: RETAIL },
      { id: 'UMEI', standard: RETAIL, supervisor: 'UBOSS' },
      { id: 'UAN', standard: RETAIL, supervisor: 'UBOSS' },
    ]);
    await shop.start();
  });

  const follow = (id: string, changes: Partial<UserProfile> = {}) =>
    followProfile(shop.context, shop.workspaceId, profileOf(id, changes));
  const at = (second: number) => ({ changedAt: new Date(Date.UTC(2026, 10, 16, 0, 0, second)) });
  const leave = (id: string) =>
    follow(id, { standing: 'deactivated', timeZone: undefined, slackLocale: undefined });
  const where = (slackUserId: string) => ({ workspaceId: shop.workspaceId, member: { slackUserId } });
  const memberOf = (slackUserId: string) =>
    counting.database.prisma.member.findFirstOrThrow({
      where: { workspaceId: shop.workspaceId, slackUserId },
    });
  const nextOf = async (slackUserId: string) =>
    Object.fromEntries(
      (await counting.database.prisma.memberSchedule.findMany({ where: where(slackUserId) })).map(
        ({ kind, nextAt }) => [kind, nextAt.toISOString()],
      ),
    );
  const deliveriesTo = async (slackUserId: string) =>
    (await counting.database.prisma.delivery.findMany({ where: where(slackUserId) })).map(
      ({ kind, state, reason }) => `${kind} ${state} ${reason ?? ''}`.trim(),
    );
  const send = async () => {
    const posted: string[] = [];
    const post = async ({ recipient }: { recipient: string }) => {
      posted.push(recipient);
      return { channel: `D${recipient}`, ts: `1795000000.${String(posted.length).padStart(6, '0')}` };
    };
    await sendTurn(senderPartsOf(shop.context, post), shop.workspaceId, new AbortController().signal);
    return posted.toSorted();
  };
  const answer = async (slackUserId: string, actionTs = '1795000000.000001') => {
    const { checkIn } = await shop.checkInOf(slackUserId, '2026-W47');
    const { workspaceId } = shop;
    const tap = {
      workspaceId,
      slackUserId,
      checkInId: checkIn.checkInId,
      position: 0,
      answer: 4,
      actionTs,
    } as const;
    return (await recordRating(shop.context, tap)).outcome;
  };

  test('a name, an e-mail address and a language are followed; what Slack leaves out stays', async () => {
    expect(
      await follow('UMEI', { displayName: '王美', email: 'mei@shop.example', slackLocale: 'en-GB' }),
    ).toBe('changed');
    expect(await memberOf('UMEI')).toMatchObject({
      displayName: '王美',
      email: 'mei@shop.example',
      locale: 'en',
    });
    await follow('UMEI', {
      displayName: '王小美',
      email: undefined,
      timeZone: undefined,
      slackLocale: undefined,
    });
    expect(await memberOf('UMEI')).toMatchObject({
      displayName: '王小美',
      email: 'mei@shop.example',
      timeZone: 'Asia/Taipei',
      locale: 'en',
    });
  });

  test('a language that the member chose stays, also when the roster is imported again', async () => {
    await counting.database.prisma.member.updateMany({
      where: { workspaceId: shop.workspaceId, slackUserId: 'UMEI' },
      data: { locale: 'en', localeChosen: true },
    });
    expect(await follow('UMEI', { slackLocale: 'zh-TW' })).toBe('unchanged');
    await shop.hire([{ id: 'UMEI', standard: RETAIL }]);
    expect((await memberOf('UMEI')).locale).toBe('en');
  });

  test('a status or a picture changes nothing, and costs one statement', async () => {
    // The embedded database counts the end of the transaction as another.
    expect(await counting.statementsOf(() => follow('UMEI'))).toBeLessThanOrEqual(2);
    expect(await follow('UMEI')).toBe('unchanged');
    expect(await follow('USTRANGER')).toBe('unknown');
  });

  test('somebody who moves has the same check-in at the hour of the new zone', async () => {
    expect(await nextOf('UMEI')).toEqual({ 'check-in': '2026-11-18T05:00:00.000Z' });
    await follow('UMEI', { timeZone: 'America/Los_Angeles' });
    expect(await nextOf('UMEI')).toEqual({ 'check-in': '2026-11-18T21:00:00.000Z' });
    expect(await nextOf('UAN')).toEqual({ 'check-in': '2026-11-18T05:00:00.000Z' });
  });

  test('in the middle of a check-in its reminder comes at the same hour there, and its message is drawn for there', async () => {
    const { prisma } = counting.database;
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    await send();
    const checkIn = async () => (await shop.checkInOf('UMEI', '2026-W47')).checkIn;
    const owed = async () =>
      (await claimUndrawn(prisma, shop.workspaceId, 10, drawingTimes(shop.context))).map(
        ({ recipient }) => recipient,
      );
    expect((await checkIn()).remindAt).toEqual(new Date('2026-11-19T13:00+08:00'));
    expect(await owed()).toEqual([]);
    await follow('UMEI', { timeZone: 'Europe/London' });
    expect((await checkIn()).remindAt).toEqual(new Date('2026-11-19T13:00Z'));
    expect(await owed()).toMatchObject([{ slackUserId: 'UMEI', timeZone: 'Europe/London' }]);
    expect((await checkIn()).closesAt).toEqual(new Date('2026-11-24T16:00Z'));
  });

  test('one that was asked for within the hour stays; what would come after the closing does not come', async () => {
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    const { checkInId } = (await shop.checkInOf('UMEI', '2026-W47')).checkIn;
    const remindAt = async () => (await shop.checkInOf('UMEI', '2026-W47')).checkIn.remindAt;
    const asked = { workspaceId: shop.workspaceId, slackUserId: 'UMEI', checkInId } as const;
    await remindOfCheckIn(shop.context, { ...asked, when: 'in-an-hour' });
    await follow('UMEI', { timeZone: 'Europe/London' });
    expect(await remindAt()).toEqual(new Date('2026-11-18T06:00Z'));
    shop.at('2026-11-23T14:00:00Z');
    await remindOfCheckIn(shop.context, { ...asked, when: 'tomorrow-morning' });
    await follow('UMEI', { timeZone: 'America/Los_Angeles' });
    expect(await remindAt()).toBeUndefined();
  });

  test('a message is drawn in the language that Slack says they read now', async () => {
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    await send();
    await follow('UMEI', { slackLocale: 'en-GB' });
    const owed = await claimUndrawn(
      counting.database.prisma,
      shop.workspaceId,
      10,
      drawingTimes(shop.context),
    );
    expect(owed.map(({ recipient }) => recipient)).toMatchObject([{ slackUserId: 'UMEI', locale: 'en' }]);
  });

  test('every process forgets what it remembers of the members', async () => {
    const heard: string[] = [];
    await counting.database.listen(
      'members_changed',
      (workspaceId) => heard.push(workspaceId),
      () => {},
    );
    await follow('UMEI');
    await follow('UMEI', { displayName: '王美' });
    while (heard.length === 0) await new Promise(setImmediate);
    expect(heard).toEqual([shop.workspaceId]);
  });

  test.each(['deactivated', 'guest', 'other-organisation', 'bot'] as const)(
    'promise 9: from the moment somebody is %s nothing falls due to them',
    async (standing) => {
      expect(await follow('UMEI', { standing })).toBe('left');
      expect(await nextOf('UMEI')).toEqual({});
      shop.at(WEDNESDAY);
      await planCheckIns(shop.context);
      expect((await shop.checkInsOf('2026-W47')).map(({ recipient }) => recipient.slackUserId)).toEqual([
        'UAN',
        'UBOSS',
      ]);
      expect(await follow('UMEI', { standing })).toBe('unchanged');
    },
  );

  test('promise 9: an older change that comes late brings nobody back, a newer one does', async () => {
    expect(await follow('UMEI', { displayName: '王美', ...at(10) })).toBe('changed');
    expect(await follow('UMEI', { standing: 'deactivated', ...at(20) })).toBe('left');
    expect(await follow('UMEI', { displayName: '王小美', ...at(19) })).toBe('unchanged');
    expect(await memberOf('UMEI')).toMatchObject({ active: false, displayName: '王美' });
    expect(await nextOf('UMEI')).toEqual({});
    expect(await follow('UMEI', at(21))).toBe('returned');
    expect(await follow('UMEI', { standing: 'deactivated', ...at(20) })).toBe('unchanged');
    expect((await memberOf('UMEI')).active).toBe(true);
  });

  test('promise 9: a newer profile that changes nothing is newer all the same than an older one that comes after it', async () => {
    expect(await follow('UMEI', at(21))).toBe('unchanged');
    expect(await follow('UMEI', { standing: 'deactivated', ...at(20) })).toBe('unchanged');
    expect((await memberOf('UMEI')).active).toBe(true);
    expect(await follow('UMEI', { standing: 'deactivated', ...at(22) })).toBe('left');
    expect(await follow('UMEI', { standing: 'deactivated', ...at(24) })).toBe('unchanged');
    expect(await follow('UMEI', at(23))).toBe('unchanged');
    expect((await memberOf('UMEI')).active).toBe(false);
  });

  test('such a profile costs a lock and an update, moves nothing and is news to nobody', async () => {
    const heard: string[] = [];
    await counting.database.listen(
      'members_changed',
      (workspaceId) => heard.push(workspaceId),
      () => {},
    );
    const planned = await nextOf('UMEI');
    // The embedded database counts the end of the transaction as another.
    expect(await counting.statementsOf(() => follow('UMEI', at(21)))).toBeLessThanOrEqual(3);
    expect(await nextOf('UMEI')).toEqual(planned);
    await follow('UAN', { displayName: '安', ...at(21) });
    while (heard.length === 0) await new Promise(setImmediate);
    expect(heard).toEqual([shop.workspaceId]);
  });

  test.each([
    ['a deadlock', '40P01', 'changed'],
    ['a conflict of transactions', '40001', 'changed'],
    ['anything else', '22012', undefined],
  ])(
    'promise 1: a change that the database undoes because of %s is not lost for it',
    async (_, code, outcome) => {
      let tries = 0;
      const { calendars } = shop.context;
      const refusingOnce: Context = {
        ...shop.context,
        calendars: {
          ...calendars,
          read: async (db, ...asked) => {
            tries += 1;
            if (tries === 1) {
              await db.$queryRawUnsafe(
                `DO $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '${code}'; END $$`,
              );
            }
            return await calendars.read(db, ...asked);
          },
        },
      };
      const moves = profileOf('UMEI', { timeZone: 'America/Los_Angeles' });
      const followed = followProfile(refusingOnce, shop.workspaceId, moves);
      if (outcome === undefined) await expect(followed).rejects.toThrow(code);
      else expect(await followed).toBe(outcome);
      const isThere = (await memberOf('UMEI')).timeZone === 'America/Los_Angeles';
      expect(isThere).toBe(outcome === 'changed');
    },
  );

  test('promise 1: what is refused each time is given up', async () => {
    let tries = 0;
    const refusing: Context = {
      ...shop.context,
      calendars: {
        ...shop.context.calendars,
        read: async (db) => {
          tries += 1;
          await db.$queryRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '40P01'; END $$`);
          throw new Error('it is refused');
        },
      },
    };
    const moves = profileOf('UMEI', { timeZone: 'America/Los_Angeles' });
    await expect(followProfile(refusing, shop.workspaceId, moves)).rejects.toThrow('40P01');
    expect(tries).toBe(3);
  });

  test('promise 9: what was queued to them is cancelled, and the sender posts nothing', async () => {
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    expect(await leave('UMEI')).toBe('left');
    expect(await deliveriesTo('UMEI')).toEqual(['check-in cancelled recipient-left']);
    expect(await send()).toEqual(['UAN', 'UBOSS']);
  });

  test('promise 1: whoever was switched off by mistake is asked after all, once, while the check-in is open', async () => {
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    const queued = await counting.database.prisma.delivery.findFirstOrThrow({ where: where('UMEI') });
    await leave('UMEI');
    shop.woken.length = 0;
    shop.at('2026-11-19T05:00:00Z');
    expect(await follow('UMEI')).toBe('returned');
    expect(shop.woken).toEqual([shop.workspaceId]);
    const { deliveryId, key } = queued;
    expect(await counting.database.prisma.delivery.findMany({ where: where('UMEI') })).toMatchObject([
      { deliveryId, key, state: 'queued', reason: null },
    ]);
    expect(await send()).toEqual(['UAN', 'UBOSS', 'UMEI']);
    expect([await send(), await follow('UMEI')]).toEqual([[], 'unchanged']);
  });

  test('so is whom a roster brings back', async () => {
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    await leave('UMEI');
    await shop.hire([
      { id: 'UBOSS', standard: RETAIL },
      { id: 'UMEI', standard: RETAIL, supervisor: 'UBOSS' },
    ]);
    expect(await send()).toEqual(['UAN', 'UBOSS', 'UMEI']);
  });

  test('a check-in that has closed, was skipped or had been sent is not sent to whoever returns', async () => {
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    await leave('UMEI');
    await leave('UAN');
    await counting.database.prisma.checkIn.updateMany({
      where: where('UAN'),
      data: { skippedAt: new Date() },
    });
    await send();
    await leave('UBOSS');
    await Promise.all([follow('UAN'), follow('UBOSS')]);
    expect(await send()).toEqual([]);
    shop.at('2026-11-30T05:00:00Z');
    await follow('UMEI');
    expect(await send()).toEqual([]);
  });

  test('promise 9: what the sender held and puts back is not sent either', async () => {
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    await counting.database.prisma.delivery.updateMany({
      where: where('UMEI'),
      data: { state: 'uncertain' },
    });
    await leave('UMEI');
    await counting.database.prisma.delivery.updateMany({ where: where('UMEI'), data: { state: 'queued' } });
    expect(await send()).toEqual(['UAN', 'UBOSS']);
    expect(await deliveriesTo('UMEI')).toEqual(['check-in cancelled recipient-left']);
  });

  test('in the middle of a check-in: no reminder, no redraw, no answer, and what was answered stays', async () => {
    const { prisma } = counting.database;
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    await send();
    expect(await answer('UMEI')).toBe('saved');
    await prisma.checkIn.updateMany({
      where: where('UMEI'),
      data: { remindAt: new Date('2026-11-19T05:00:00Z'), drawingUntil: null },
    });
    await leave('UMEI');
    expect(await prisma.checkIn.findFirstOrThrow({ where: where('UMEI') })).toMatchObject({ remindAt: null });
    expect(await claimUndrawn(prisma, shop.workspaceId, 10, drawingTimes(shop.context))).toEqual([]);
    await follow('UMEI');
    const { checkIn } = await shop.checkInOf('UMEI', '2026-W47');
    expect(checkIn.items[0]?.answer).toBe(4);
    await leave('UMEI');
    const tap = {
      workspaceId: shop.workspaceId,
      slackUserId: 'UMEI',
      checkInId: checkIn.checkInId,
      position: 1,
    };
    expect(await recordRating(shop.context, { ...tap, answer: 2, actionTs: '1795000009.000001' })).toEqual({
      outcome: 'not-yours',
    });
    expect(await prisma.rating.count({ where: { workspaceId: shop.workspaceId } })).toBe(1);
  });

  test('a supervisor who left has no digest, neither one that was waiting nor a new one', async () => {
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    await answer('UMEI');
    shop.at('2026-11-23T01:00:00Z');
    await planDigests(shop.context);
    expect(await deliveriesTo('UBOSS')).toContain('weekly-digest queued');
    await leave('UBOSS');
    expect(await deliveriesTo('UBOSS')).toContain('weekly-digest cancelled recipient-left');
    shop.at('2026-11-30T01:00:00Z');
    await planDigests(shop.context);
    expect(await deliveriesTo('UBOSS')).toHaveLength(2);
    expect(await send()).not.toContain('UBOSS');
  });

  test('somebody who returns goes on from now with their history, their standards and their team', async () => {
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    await answer('UMEI');
    await answer('UBOSS', '1795000000.000002');
    await leave('UMEI');
    await leave('UBOSS');
    for (const week of ['2026-11-25', '2026-12-02', '2026-12-09']) {
      shop.at(`${week}T05:00:00Z`);
      await planCheckIns(shop.context);
    }
    shop.at('2026-12-10T05:00:00Z');
    expect(await follow('UMEI')).toBe('returned');
    expect(await follow('UBOSS')).toBe('returned');
    expect(await nextOf('UMEI')).toEqual({ 'check-in': '2026-12-16T05:00:00.000Z' });
    expect(await nextOf('UBOSS')).toEqual({
      'check-in': '2026-12-16T05:00:00.000Z',
      digest: '2026-12-14T01:00:00.000Z',
    });
    shop.at('2026-12-16T05:00:00Z');
    await planCheckIns(shop.context);
    const { checkIn: next } = await shop.checkInOf('UMEI', '2026-W51');
    const { checkIn: first } = await shop.checkInOf('UMEI', '2026-W47');
    const codes = ({ items }: typeof next) => items.map(({ indicatorCode }) => indicatorCode);
    expect(codes(next).filter((code) => codes(first).includes(code))).toEqual([]);
    expect(await counting.database.prisma.notHeld.count({ where: where('UMEI') })).toBe(0);
  });
});
