import { beforeEach, describe, expect, test } from '@jest/globals';
import type { SpecialDay } from '../../src/domain/check-in/work-calendar.ts';
import { importCalendar } from '../../src/usecases/import-calendar.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { GOVERNMENT_HEADER, governmentYear } from '../support/government-calendar.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';
import { TAIWAN_DAYS } from '../support/taiwan.ts';

const shippedIn = (year: string) => new Map([...TAIWAN_DAYS].filter(([day]) => day.startsWith(year)));
const off = (name: string): SpecialDay => ({ kind: 'off', name });
const file = (...lines: readonly string[]) => [GOVERNMENT_HEADER, ...lines].join('\r\n');

/** It is Monday 16 November 2026. */
describe.each(STORES)('the government’s calendar on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;

  beforeEach(async () => {
    await counting.database.prisma.schedule.updateMany({ data: { startedAt: null } });
    shops += 1;
    shop = await openShop(counting.database, `T0CAL${shops}`);
    shop.at('2026-11-16T00:00:00Z');
  });

  const importing = (csv: string) => importCalendar(shop.context, { workspaceId: shop.workspaceId, csv });
  const known = () => shop.context.calendars.taiwanIn(counting.database.prisma, shop.workspaceId);
  const problemsOf = async (csv: string) => {
    const result = await importing(csv);
    return result.outcome === 'refused'
      ? result.problems.map(({ line, message }) => `${line}: ${message}`)
      : 'imported';
  };

  test.each(['2024', '2025', '2026', '2027'])(
    '%s as it ships, written as the government’s file and imported, changes nothing',
    async (year) => {
      const result = await importing(file(...governmentYear(year, shippedIn(year))));
      const changed = result.outcome === 'imported' ? result.changes.map(({ day }) => day) : result;
      // 勞動節 of 2027 is a Saturday: who works shifts has it off.
      expect(changed).toEqual(year === '2027' ? ['2027-05-01'] : []);
    },
  );

  test('勞動節 is added where the file does not have it, and gives no other day on a weekend', async () => {
    const without = new Map([...shippedIn('2025')].filter(([day]) => day !== '2025-05-01'));
    await importing(file(...governmentYear('2025', without)));
    expect((await known()).get('2025-05-01')).toEqual(off('勞動節'));
    // 1 May 2027 is a Saturday.
    await importing(file(...governmentYear('2027', new Map([['2027-01-01', off('開國紀念日')]]))));
    const of2027 = [...(await known())].filter(([day]) => day.startsWith('2027'));
    expect(of2027).toEqual([
      ['2027-01-01', off('開國紀念日')],
      ['2027-05-01', off('勞動節')],
    ]);
  });

  test('a named day on a weekend is off for whoever works then, a plain weekend is nothing', async () => {
    const days = new Map([['2027-02-06', off('農曆除夕')]]);
    await importing(file(...governmentYear('2027', days)));
    expect((await known()).get('2027-02-06')).toEqual(off('農曆除夕'));
    expect((await known()).has('2027-02-13')).toBe(false);
  });

  test('days may be written 2027/1/27, under a byte order mark, with columns that say more', async () => {
    const lines = governmentYear('2027', shippedIn('2027')).map((line) => {
      const [date = '', ...cells] = line.split(',');
      const written = [date.slice(0, 4), Number(date.slice(4, 6)), Number(date.slice(6))].join('/');
      return [written, ...cells, 'more'].join(',');
    });
    const result = await importing(`\uFEFF${GOVERNMENT_HEADER},其他\n${lines.join('\n')}\n`);
    expect(result).toMatchObject({ outcome: 'imported', years: ['2027'] });
  });

  test('what changes is said, and what is due moves: a Wednesday that is off now', async () => {
    await shop.hire([{ id: 'U1', standard: RETAIL }]);
    await shop.start();
    const result = await importing(
      file(...governmentYear('2026', new Map([...shippedIn('2026'), ['2026-11-18', off('颱風假')]]))),
    );
    expect(result).toMatchObject({
      outcome: 'imported',
      changes: [{ day: '2026-11-18', before: undefined, after: off('颱風假') }],
      unknownYears: [],
    });
    shop.at('2026-11-18T05:00:00Z');
    expect(await planCheckIns(shop.context)).toBe(0);
    shop.at('2026-11-19T05:00:00Z');
    expect(await planCheckIns(shop.context)).toBe(1);
  });

  test('and moves back: a Wednesday that is worked after all', async () => {
    await importing(file(...governmentYear('2026', new Map([['2026-11-18', off('颱風假')]]))));
    await shop.hire([{ id: 'U1', standard: RETAIL }]);
    await shop.start();
    await importing(file(...governmentYear('2026', shippedIn('2026'))));
    shop.at('2026-11-18T05:00:00Z');
    expect(await planCheckIns(shop.context)).toBe(1);
  });

  test('another process that remembers the calendar hears of it', async () => {
    const place = { workspaceId: shop.workspaceId, timeZone: 'Asia/Taipei' };
    const kindOf = async () => {
      const calendarAt = await shop.context.calendars.read(counting.database.prisma, [place]);
      return calendarAt(place).kindOf('2026-11-18');
    };
    expect(await kindOf()).toBeUndefined();
    const elsewhere = await openShop(counting.database, shop.workspaceId);
    await importCalendar(elsewhere.context, {
      workspaceId: shop.workspaceId,
      csv: file(...governmentYear('2026', new Map([['2026-11-18', off('颱風假')]]))),
    });
    // A remembered calendar needs no I/O: the news has to have its turn.
    while ((await kindOf()) === undefined) await new Promise(setImmediate);
    expect(await kindOf()).toBe('off');
    expect(await counting.statementsOf(kindOf)).toBe(0);
  });

  test('a year that is unknown is said', async () => {
    shop.at('2027-11-16T00:00:00Z');
    expect(shop.context.calendars.unknownYears(await known())).toEqual(['2028']);
    expect(await importing(file(...governmentYear('2027', shippedIn('2027'))))).toMatchObject({
      unknownYears: ['2028'],
    });
    const days = new Map([['2028-01-31', off('春節')]]);
    expect(await importing(file(...governmentYear('2028', days)))).toMatchObject({ unknownYears: [] });
  });

  test('every bad line is named, and nothing is changed', async () => {
    const lines = governmentYear('2027', shippedIn('2027'));
    lines[1] = '20270102,五,2,';
    lines[2] = '20270230,日,2,';
    lines[3] = '20270104,一,1,';
    lines[4] = '99990105,二,0,';
    lines[5] = '20270107,四,0,';
    expect(await problemsOf(file(...lines))).toEqual([
      '3: 2027-01-02 is a 星期六, not "五"',
      '4: "20270230" is not a day; write 20270101 or 2027/1/1',
      '5: 是否放假 is "1"; it is 0 (worked) or 2 (off)',
      '6: 9999-01-05 is in a year that is not about now',
      '8: has 2027-01-07 a second time',
    ]);
    expect(
      await counting.database.prisma.calendarDay.count({ where: { workspaceId: shop.workspaceId } }),
    ).toBe(0);
  });

  test.each([
    [
      'a year that is cut off',
      governmentYear('2027', new Map()).slice(0, 363),
      '364: 2027 lacks 2 days, the first is 2027-12-30',
    ],
    ['nothing under its header', [], '1: has no days in it'],
  ])('a file with %s is refused', async (_what, lines, problem) => {
    expect(await problemsOf(file(...lines))).toEqual([problem]);
  });

  test('a file with other columns is refused', async () => {
    expect(await problemsOf('date,kind,name\n2027-01-01,off,x\n')).toEqual([
      '1: needs the columns 西元日期, 星期, 是否放假, 備註; lacks 西元日期, 星期, 是否放假, 備註',
    ]);
    expect(await problemsOf('')).toEqual([expect.stringContaining('1: needs the columns')]);
  });
});
