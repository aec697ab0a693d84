import { describe, expect, test } from '@jest/globals';
import { openCallers } from '../../src/usecases/callers.ts';
import { keepEvidence } from '../../src/usecases/keep-evidence.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planSchedule } from '../../src/usecases/plan-schedule.ts';
import { startSchedule } from '../../src/usecases/renew-schedules.ts';
import { showHome } from '../../src/usecases/show-home.ts';
import { startCheckIn } from '../../src/usecases/start-check-in.ts';
import { suggestIndicators } from '../../src/usecases/suggest-indicators.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { ASSISTANT, openShop, type Person, RETAIL } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('importing a roster on $name', (store) => {
  const counting = sharedDatabase(store);

  const membersOf = (workspaceId: string) =>
    counting.database.prisma.member.count({ where: { workspaceId } });
  const assignmentsOf = (workspaceId: string) =>
    counting.database.prisma.assignment.findMany({
      where: { workspaceId },
      orderBy: { fromDate: 'asc' },
      select: { standardCode: true, fromDate: true, untilDate: true },
    });

  test('is all or nothing: one bad row and nobody is added', async () => {
    const shop = await openShop(counting.database, 'T0ALL');
    const result = await shop.hire([
      { id: 'U1', standard: RETAIL },
      { id: 'U2', standard: 'IIS0000-000v0' },
    ]);
    expect(result).toMatchObject({ outcome: 'refused', problems: [{ line: 3 }] });
    expect(await membersOf('T0ALL')).toBe(0);
  });

  test('the same file twice changes nothing', async () => {
    const shop = await openShop(counting.database, 'T0TWICE');
    const people: Person[] = [{ id: 'UB' }, { id: 'U1', standard: RETAIL, supervisor: 'UB' }];
    await shop.hire(people);
    const before = await assignmentsOf('T0TWICE');
    shop.at('2026-12-01T00:00:00Z');
    await shop.hire(people);
    expect(await assignmentsOf('T0TWICE')).toEqual(before);
    expect(await counting.database.prisma.supervision.count({ where: { workspaceId: 'T0TWICE' } })).toBe(1);
  });

  test('promise 3: a changed standard ends the old assignment on the day and keeps it in the history', async () => {
    const shop = await openShop(counting.database, 'T0MOVE');
    await shop.hire([{ id: 'U1', standard: RETAIL }]);
    shop.at('2026-12-01T00:00:00Z');
    await shop.hire([{ id: 'U1', standard: ASSISTANT }]);
    const day = new Date('2026-12-01T00:00:00Z');
    expect(await assignmentsOf('T0MOVE')).toEqual([
      { standardCode: RETAIL, fromDate: new Date('2026-11-16T00:00:00Z'), untilDate: day },
      { standardCode: ASSISTANT, fromDate: day, untilDate: null },
    ]);
  });

  test('a change counts at once where the member is: west of UTC it is still the day before', async () => {
    const shop = await openShop(counting.database, 'T0WEST');
    const work = (standard: string, supervisor?: string) =>
      shop.hire([
        { id: 'UB' },
        {
          id: 'ULA',
          standard,
          timeZone: 'America/Los_Angeles',
          ...(supervisor === undefined ? {} : { supervisor }),
        },
      ]);
    const who = { workspaceId: 'T0WEST', slackUserId: 'ULA' };
    await work(RETAIL);
    await shop.start();
    shop.at('2026-11-19T02:04:00Z');
    await work(ASSISTANT, 'UB');
    const home = await showHome(shop.context, who);
    if (home.kind !== 'member') throw new Error('no member');
    expect(home.own?.standards.map(({ code }) => code)).toEqual([ASSISTANT]);
    expect(home.supervisors).toEqual(['Name of UB']);
    const callers = await openCallers(shop.context, async () => 'en');
    expect((await callers.find('T0WEST', 'ULA')).standardCodes).toEqual([ASSISTANT]);
    const suggested = await suggestIndicators(shop.context, who, '');
    expect(new Set(suggested.map(({ standardCode }) => standardCode))).toEqual(new Set([ASSISTANT]));
    const [first] = suggested;
    if (first === undefined) throw new Error('no indicator');
    const link = { kind: 'link', link: 'https://shop.example/a', title: '', visibility: 'only-me' } as const;
    const indicator = { standardCode: ASSISTANT, indicatorCode: first.code };
    expect(await keepEvidence(shop.context, who, { indicator, ...link })).toMatchObject({ outcome: 'kept' });
    expect(await startCheckIn(shop.context, who)).toMatchObject({ outcome: 'made' });
    const { checkIn } = await shop.checkInOf('ULA', '2026-W47');
    expect(new Set(checkIn.items.map(({ standardCode }) => standardCode))).toEqual(new Set([ASSISTANT]));
  });

  test('a supervisor outside the file keeps the role they have', async () => {
    const shop = await openShop(counting.database, 'T0ROLE');
    await shop.hire([{ id: 'UB', role: 'administrator' }]);
    const csv = 'slack_id,standard,supervisor\nU1,IIS3513-005v4,UB';
    const { importRoster } = await import('../../src/usecases/import-roster.ts');
    const directory = ['UB', 'U1'].map((id) => ({
      slackUserId: id,
      email: undefined,
      displayName: id,
      timeZone: 'Asia/Taipei',
      slackLocale: 'zh-TW',
      standing: 'person' as const,
    }));
    await importRoster(shop.context, { workspaceId: 'T0ROLE', csv, directory, dryRun: false });
    const boss = await counting.database.prisma.member.findFirst({
      where: { workspaceId: 'T0ROLE', slackUserId: 'UB' },
    });
    expect(boss?.role).toBe('administrator');
  });

  test('nothing is due before the schedule is started; it starts once', async () => {
    const shop = await openShop(counting.database, 'T0START');
    await shop.hire([{ id: 'UB' }, { id: 'U1', standard: RETAIL, supervisor: 'UB' }]);
    const due = () => counting.database.prisma.memberSchedule.findMany({ where: { workspaceId: 'T0START' } });
    expect(await due()).toEqual([]);
    const { participants } = await planSchedule(shop.context, 'T0START');
    expect(
      participants.map(({ nextCheckInAt, nextDigestAt }) => [
        nextCheckInAt?.toISOString(),
        nextDigestAt?.toISOString(),
      ]),
    ).toEqual([
      ['2026-11-18T05:00:00.000Z', undefined],
      [undefined, '2026-11-16T01:00:00.000Z'],
    ]);
    expect(await startSchedule(shop.context, 'T0START')).toBe(true);
    expect(await startSchedule(shop.context, 'T0START')).toBe(false);
    expect(await due()).toHaveLength(2);
  });

  test('promise 1: an import at the minute when check-ins are due makes nobody miss this week', async () => {
    const shop = await openShop(counting.database, 'T0MINUTE');
    const people: Person[] = [{ id: 'U1', standard: RETAIL }];
    await shop.hire(people);
    await shop.start();
    shop.at('2026-11-18T05:00:30Z');
    await shop.hire([...people, { id: 'U2', standard: RETAIL }]);
    await planCheckIns(shop.context);
    expect((await shop.checkInsOf('2026-W47')).map(({ recipient }) => recipient.slackUserId)).toEqual(['U1']);
  });

  test('as many statements for two hundred people as for two', async () => {
    const statementsFor = async (workspaceId: string, count: number) => {
      const shop = await openShop(counting.database, workspaceId);
      const people = Array.from({ length: count }, (_, index) => ({ id: `U${index}`, standard: RETAIL }));
      return await counting.statementsOf(() => shop.hire(people));
    };
    expect(await statementsFor('T0HUNDREDS', 200)).toBe(await statementsFor('T0PAIR', 2));
  });
});
