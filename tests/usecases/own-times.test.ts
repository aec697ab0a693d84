import { beforeEach, describe, expect, test } from '@jest/globals';
import { NO_PREFERENCE, type Preference } from '../../src/domain/check-in/preference.ts';
import type { Calendars } from '../../src/usecases/calendars.ts';
import { addBlackout, removeBlackout } from '../../src/usecases/change-blackouts.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { removeLeave } from '../../src/usecases/remove-leave.ts';
import { setLeave } from '../../src/usecases/set-leave.ts';
import { setSchedule } from '../../src/usecases/set-schedule.ts';
import { prefer as preferAs } from '../support/own-preference.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

/** It is Monday 16 November 2026 in Taipei; check-ins come on Wednesday at 13:00, digests on Monday at 09:00. */
describe.each(STORES)('what members set for themselves, on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;

  beforeEach(async () => {
    // A tick serves every workspace: those of the tests before have nothing due any more.
    await counting.database.prisma.schedule.updateMany({ data: { startedAt: null } });
    shops += 1;
    shop = await openShop(counting.database, `T0OWN${shops}`);
    shop.at('2026-11-16T00:00:00Z');
    await shop.hire([
      { id: 'UBOSS' },
      { id: 'U1', standard: RETAIL, supervisor: 'UBOSS' },
      { id: 'U2', standard: RETAIL, supervisor: 'UBOSS' },
    ]);
    await shop.start();
  });

  const asker = (slackUserId = 'U1') => ({ workspaceId: shop.workspaceId, slackUserId });
  const leave = (from: string, lastDay: string, slackUserId = 'U1') =>
    setLeave(shop.context, { ...asker(slackUserId), from, lastDay });
  const prefer = (preference: Partial<Preference>) =>
    preferAs(shop.context, { ...asker(), preference: { ...NO_PREFERENCE, ...preference } });
  const tickAt = async (instant: string) => {
    shop.at(instant);
    const checkIns = await planCheckIns(shop.context);
    await shop.sendCheckIns();
    return { checkIns, digests: await planDigests(shop.context) };
  };
  const askedIn = async (period: string) =>
    (await shop.checkInsOf(period)).map(({ recipient }) => recipient.slackUserId).sort();
  const notHeld = async () =>
    (
      await counting.database.prisma.notHeld.findMany({
        where: { workspaceId: shop.workspaceId },
        orderBy: { period: 'asc' },
      })
    ).map(({ period, reason }) => `${period} ${reason}`);

  test('leave taken back after the week was noted as not held: it is held after all, on the next working day', async () => {
    const set = await leave('2026-11-18', '2026-11-20');
    const leaveId = set.outcome === 'done' ? set.leave.leaveId : '';
    await tickAt('2026-11-18T05:00:00Z');
    expect(await notHeld()).toEqual(['2026-W47 on-leave']);
    shop.at('2026-11-18T13:00:00Z');
    const removed = await removeLeave(shop.context, { ...asker(), leaveId });
    expect(removed).toMatchObject({ outcome: 'done', nextCheckInAt: new Date('2026-11-19T01:00:00Z') });
    expect([await tickAt('2026-11-19T00:59:00Z'), await askedIn('2026-W47')]).toMatchObject([
      { checkIns: 0 },
      ['U2'],
    ]);
    await tickAt('2026-11-19T01:00:00Z');
    expect([await askedIn('2026-W47'), await notHeld()]).toEqual([['U1', 'U2'], []]);
    await tickAt('2026-11-25T05:00:00Z');
    expect(await askedIn('2026-W48')).toEqual(['U1', 'U2']);
  });

  test('a blackout removed after the week was noted as not held: everybody is asked at once, a week noted before stays so', async () => {
    const { workspaceId } = shop;
    await addBlackout(shop.context, { workspaceId, name: '雙11', from: '2026-11-16', lastDay: '2026-11-29' });
    await tickAt('2026-11-18T05:00:00Z');
    await tickAt('2026-11-25T05:00:00Z');
    shop.at('2026-11-25T06:00:00Z');
    await removeBlackout(shop.context, { workspaceId, name: '雙11' });
    await tickAt('2026-11-25T06:01:00Z');
    expect([await askedIn('2026-W47'), await askedIn('2026-W48')]).toEqual([[], ['U1', 'U2']]);
    expect(await notHeld()).toEqual(['2026-W47 blackout', '2026-W47 blackout']);
  });

  test('where no day of the week is left, one that was not held stays so', async () => {
    const set = await leave('2026-11-16', '2026-11-22');
    const leaveId = set.outcome === 'done' ? set.leave.leaveId : '';
    await tickAt('2026-11-18T05:00:00Z');
    shop.at('2026-11-20T12:00:00Z');
    await removeLeave(shop.context, { ...asker(), leaveId });
    await tickAt('2026-11-21T05:00:00Z');
    expect([await askedIn('2026-W47'), await notHeld()]).toEqual([['U2'], ['2026-W47 on-leave']]);
  });

  test('leave over the whole week: the week is not held, for them alone, and says why', async () => {
    expect(await leave('2026-11-18', '2026-11-20')).toMatchObject({
      outcome: 'done',
      started: true,
      nextCheckInAt: new Date('2026-11-25T05:00:00Z'),
    });
    await tickAt('2026-11-18T05:00:00Z');
    expect([await askedIn('2026-W47'), await notHeld()]).toEqual([['U2'], ['2026-W47 on-leave']]);
    await tickAt('2026-11-25T05:00:00Z');
    expect(await askedIn('2026-W48')).toEqual(['U1', 'U2']);
  });

  test('leave until Wednesday moves the check-in to Thursday; taken back, it comes on Wednesday again', async () => {
    const set = await leave('2026-11-16', '2026-11-18');
    expect(set).toMatchObject({ nextCheckInAt: new Date('2026-11-19T05:00:00Z') });
    const leaveId = set.outcome === 'done' ? set.leave.leaveId : '';
    expect(await removeLeave(shop.context, { ...asker('U2'), leaveId })).toEqual({
      outcome: 'refused',
      problem: 'unknown',
    });
    expect(await removeLeave(shop.context, { ...asker(), leaveId })).toMatchObject({
      outcome: 'done',
      nextCheckInAt: new Date('2026-11-18T05:00:00Z'),
    });
    expect(await removeLeave(shop.context, { ...asker(), leaveId })).toMatchObject({ problem: 'unknown' });
  });

  test('a supervisor on leave gets the digest on the first day back, one, about the newest week', async () => {
    await tickAt('2026-11-18T05:00:00Z');
    await leave('2026-11-23', '2026-12-01', 'UBOSS');
    expect((await tickAt('2026-11-23T01:00:00Z')).digests).toBe(0);
    await tickAt('2026-11-25T05:00:00Z');
    expect((await tickAt('2026-12-01T06:00:00Z')).digests).toBe(0);
    expect((await tickAt('2026-12-02T01:00:00Z')).digests).toBe(1);
    const digests = await counting.database.prisma.digest.findMany({
      where: { workspaceId: shop.workspaceId },
    });
    expect(digests.map(({ period }) => period)).toEqual(['2026-W48']);
    await tickAt('2026-12-02T05:00:00Z');
    expect((await tickAt('2026-12-07T01:00:00Z')).digests).toBe(1);
  });

  test('leave taken back brings the digest back to its Monday', async () => {
    await tickAt('2026-11-18T05:00:00Z');
    const set = await leave('2026-11-23', '2026-12-11', 'UBOSS');
    const leaveId = set.outcome === 'done' ? set.leave.leaveId : '';
    await removeLeave(shop.context, { ...asker('UBOSS'), leaveId });
    expect((await tickAt('2026-11-23T01:00:00Z')).digests).toBe(1);
  });

  test.each([
    ['a day that no calendar has', '2026-11-31', '2026-12-01', 'not-a-day'],
    ['words', 'tomorrow', 'later', 'not-a-day'],
    ['the year 9999', '2026-12-01', '9999-12-31', 'too-far'],
    ['years from now', '2029-01-01', '2029-01-05', 'too-far'],
    ['the year 12026', '12026-01-01', '12026-01-05', 'not-a-day'],
    ['over yesterday', '2026-11-10', '2026-11-15', 'in-the-past'],
    ['begun years ago', '1999-01-01', '2026-11-20', 'begun-long-ago'],
    ['the last day before the first', '2026-12-05', '2026-12-04', 'until-before-from'],
  ])('refuses %s (%s to %s)', async (_what, from, lastDay, problem) => {
    expect(await leave(from, lastDay)).toEqual({ outcome: 'refused', problem });
    expect(await counting.database.prisma.leave.count({ where: { workspaceId: shop.workspaceId } })).toBe(0);
  });

  test('today is today where the member is', async () => {
    shop.at('2026-11-16T17:00:00Z');
    expect(await leave('2026-11-16', '2026-11-16')).toMatchObject({ problem: 'in-the-past' });
    expect(await leave('2026-11-17', '2026-11-17')).toMatchObject({ outcome: 'done' });
  });

  test('refuses days on which there is leave already, also of two asked for at once', async () => {
    const [one, other] = await Promise.all([
      leave('2026-12-01', '2026-12-05'),
      leave('2026-12-05', '2026-12-09'),
    ]);
    expect([one.outcome, other.outcome].sort()).toEqual(['done', 'refused']);
    expect(await leave('2026-12-10', '2026-12-10')).toMatchObject({ outcome: 'done' });
    const kept = await counting.database.prisma.leave.findMany({
      where: { workspaceId: shop.workspaceId, member: { slackUserId: 'U1' } },
      orderBy: { fromDate: 'asc' },
    });
    expect(kept).toHaveLength(2);
    expect(kept[1]).toMatchObject({ fromDate: new Date('2026-12-10'), untilDate: new Date('2026-12-11') });
  });

  test('the same days sent again are the same leave', async () => {
    const [first, again] = [await leave('2026-12-01', '2026-12-05'), await leave('2026-12-01', '2026-12-05')];
    expect(again).toMatchObject({ outcome: 'done', leave: first.outcome === 'done' ? first.leave : {} });
    expect(await counting.database.prisma.leave.count({ where: { workspaceId: shop.workspaceId } })).toBe(1);
    expect(await leave('2026-12-01', '2026-12-04')).toEqual({ outcome: 'refused', problem: 'overlaps' });
  });

  test('a stranger, and somebody of another workspace, are refused', async () => {
    const refused = { outcome: 'refused', problem: 'not-a-member' };
    expect(await leave('2026-12-01', '2026-12-05', 'UNOBODY')).toEqual(refused);
    const elsewhere = { workspaceId: 'T0ELSEWHERE', slackUserId: 'U1' };
    expect(await preferAs(shop.context, { ...elsewhere, preference: NO_PREFERENCE })).toEqual(refused);
  });

  test('an hour and a day of their own', async () => {
    expect(await prefer({ weekday: 4, time: '10:30' })).toMatchObject({
      nextCheckInAt: new Date('2026-11-19T02:30:00Z'),
    });
    await tickAt('2026-11-18T05:00:00Z');
    expect([await askedIn('2026-W47'), await notHeld()]).toEqual([['U2'], []]);
    await tickAt('2026-11-19T02:30:00Z');
    expect(await askedIn('2026-W47')).toEqual(['U1', 'U2']);
    expect(await prefer({})).toMatchObject({ nextCheckInAt: new Date('2026-11-25T05:00:00Z') });
  });

  test('a day that has passed this week: this week’s comes at once', async () => {
    shop.at('2026-11-17T02:00:00Z');
    expect(await prefer({ weekday: 1, time: '09:00' })).toMatchObject({
      nextCheckInAt: new Date('2026-11-17T02:00:00Z'),
    });
    await tickAt('2026-11-17T02:00:00Z');
    expect(await askedIn('2026-W47')).toEqual(['U1']);
  });

  test('rest days of their own: a shift worker is asked on the first day back', async () => {
    expect(await prefer({ restDays: [3, 4] })).toMatchObject({
      nextCheckInAt: new Date('2026-11-20T05:00:00Z'),
    });
    expect(await prefer({ restDays: [3, 4, 5] })).toMatchObject({
      nextCheckInAt: new Date('2026-11-21T05:00:00Z'),
    });
  });

  test.each([
    ['no day is left after the weekday', { restDays: [3, 4, 5, 6, 7] }, 'no-day-left'],
    ['every day is a rest day', { restDays: [1, 2, 3, 4, 5, 6, 7] }, 'no-day-left'],
    ['Saturday, which is a rest day in the workspace', { weekday: 6 }, 'no-day-left'],
    ['an eighth weekday', { weekday: 8 }, 'not-a-weekday'],
    ['rest days that are none', { restDays: [0] }, 'not-a-weekday'],
    ['twenty-five o’clock', { time: '25:00' }, 'not-a-time'],
    ['an hour in words', { time: 'noon' }, 'not-a-time'],
  ])('refuses a preference where %s', async (_what, preference, problem) => {
    expect(await prefer(preference)).toEqual({ outcome: 'refused', problem });
    expect(
      await counting.database.prisma.memberPreference.count({ where: { workspaceId: shop.workspaceId } }),
    ).toBe(0);
  });

  test('an earlier weekday: the next check-in waits until the one before it has closed', async () => {
    await tickAt('2026-11-18T05:00:00Z');
    const { closesAt } = (await shop.checkInOf('U1', '2026-W47')).checkIn;
    expect(closesAt).toEqual(new Date('2026-11-24T16:00:00Z'));
    expect(await prefer({ weekday: 1, time: '09:00' })).toMatchObject({
      nextCheckInAt: new Date('2026-11-25T01:00:00Z'),
    });
    await tickAt('2026-11-23T01:00:00Z');
    await tickAt('2026-11-24T15:59:00Z');
    expect(await askedIn('2026-W48')).toEqual([]);
    await tickAt('2026-11-25T01:00:00Z');
    expect([await askedIn('2026-W48'), await notHeld()]).toEqual([['U1'], []]);
    await tickAt('2026-11-30T01:00:00Z');
    expect(await askedIn('2026-W49')).toEqual(['U1']);
  });

  test('a change for everybody looks at the calendar no more often for many who share their times', async () => {
    const looksOf = async (change: () => Promise<unknown>) => {
      let looks = 0;
      const { calendars } = shop.context;
      const counted: Calendars = {
        ...calendars,
        read: async (...asked) => {
          const calendarAt = await calendars.read(...asked);
          return (place) => ({
            kindOf: (day) => {
              looks += 1;
              return calendarAt(place).kindOf(day);
            },
          });
        },
      };
      shop = { ...shop, context: { ...shop.context, calendars: counted } };
      await change();
      return looks;
    };
    const setWeekday = (weekday: number) => () =>
      setSchedule(shop.context, { workspaceId: shop.workspaceId, change: { weekday } });
    await shop.hire(['U3', 'U4'].map((id) => ({ id, standard: RETAIL })));
    const few = await looksOf(setWeekday(2));
    await shop.hire(Array.from({ length: 30 }, (_, index) => ({ id: `UMANY${index}`, standard: RETAIL })));
    await setWeekday(3)();
    expect(few).toBeGreaterThan(0);
    expect(await looksOf(setWeekday(2))).toBe(few);
  });

  test('the tick asks the database no more often for people with leave and settings', async () => {
    await leave('2026-11-18', '2026-11-18', 'U2');
    await prefer({ time: '13:00', restDays: [6, 7] });
    shop.at('2026-11-18T05:00:00Z');
    expect(await counting.statementsOf(() => planCheckIns(shop.context))).toBeLessThanOrEqual(6);
  });
});
