import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readCalendarFile } from '../../src/cli/calendar/read-calendar-file.ts';
import { type CommandParts, runCommand } from '../../src/cli/commands.ts';
import { scheduleCommand } from '../../src/cli/schedule/schedule.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { GOVERNMENT_HEADER, governmentYear } from '../support/government-calendar.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';
import { TAIWAN_DAYS } from '../support/taiwan.ts';
import { runCli } from './run-cli.ts';

/** It is Monday 16 November 2026. */
describe.each(STORES)('what the operator is answered about days, on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let missingScopes: readonly string[] | undefined;
  let shops = 0;

  beforeEach(async () => {
    shops += 1;
    missingScopes = [];
    shop = await openShop(counting.database, `T0DAYS${shops}`);
    shop.at('2026-11-16T00:00:00Z');
  });

  const run = async (name: string, input: object = {}) => {
    const parts: CommandParts = {
      context: shop.context,
      workspaceId: shop.workspaceId,
      isDemo: false,
      listDirectory: async () => [],
      askRights: async () => ({ missingScopes }),
    };
    const { output, exitCode } = await runCommand(parts, name, input);
    return { exitCode, lines: output.trimEnd().split('\n') };
  };
  const hire = async () => {
    await shop.hire([{ id: 'UB' }, { id: 'U1', standard: RETAIL, supervisor: 'UB' }]);
  };

  describe('calendar', () => {
    const shipped = new Map([...TAIWAN_DAYS].filter(([day]) => day.startsWith('2027')));
    const importing = (lines: readonly string[]) =>
      run('calendar import', { file: '116.csv', csv: [GOVERNMENT_HEADER, ...lines].join('\n') });

    test('an import prints every day that is another now', async () => {
      const days = new Map([...shipped, ['2027-11-12', { kind: 'off', name: '國父誕辰紀念日' } as const]]);
      days.delete('2027-12-31');
      expect(await importing(governmentYear('2027', days))).toEqual({
        exitCode: 0,
        lines: [
          '2027-05-01: off 勞動節 (was an ordinary day)',
          '2027-11-12: off 國父誕辰紀念日 (was an ordinary day)',
          '2027-12-31: an ordinary day (was off 開國紀念日補假)',
          "Taiwan's calendar of 2027 is imported: 3 days changed. What is due has moved with them.",
        ],
      });
      expect((await run('calendar show', { year: '2027' })).lines.at(-1)).toBe(
        'Taiwan 2027, imported: 18 days off, 0 make-up workdays.',
      );
    });

    test('a bad file: each line with its number, and nothing changed', async () => {
      expect(await importing(['20270101,六,2,'])).toEqual({
        exitCode: 1,
        lines: ['116.csv:2: 2027-01-01 is a 星期五, not "六"', '1 problem; nothing was changed.'],
      });
    });

    test('shows what ships, and what nobody knows', async () => {
      const { lines } = await run('calendar show', { year: '2025' });
      expect(lines).toContain('2025-02-08 workday 補行上班');
      expect(lines.at(-1)).toBe('Taiwan 2025, as it ships: 16 days off, 1 make-up workday.');
      expect((await run('calendar show')).lines.at(-1)).toContain('Taiwan 2026');
      expect(await run('calendar show', { year: '2031' })).toEqual({
        exitCode: 1,
        lines: [
          'The holidays of 2031 are not known: Monday to Friday are assumed. Import them: npm run cli -- calendar import <file.csv>',
        ],
      });
    });
  });

  describe('blackout', () => {
    const add = (from: string, lastDay: string, name = '雙11') =>
      run('blackout add', { name, from, lastDay });

    test('is added, listed and removed by its name', async () => {
      expect(await add('2026-12-10', '2026-12-13', '雙12')).toEqual({
        exitCode: 0,
        lines: ['Nobody is sent anything from 2026-12-10 to 2026-12-13, both included (雙12).'],
      });
      await add('2026-11-27', '2026-11-27', 'Black Friday');
      expect((await run('blackout list')).lines).toEqual([
        '2026-11-27 to 2026-11-27  Black Friday',
        '2026-12-10 to 2026-12-13  雙12',
      ]);
      expect(await run('blackout remove', { name: '雙12' })).toMatchObject({ exitCode: 0 });
      expect(await run('blackout remove', { name: '雙12' })).toEqual({
        exitCode: 1,
        lines: ['No blackout named 雙12 is to come. Nothing was changed.'],
      });
      await run('blackout remove', { name: 'Black Friday' });
      expect((await run('blackout list')).lines).toEqual(['No blackout is to come.']);
    });

    test.each([
      ['2026-11-09', '2026-11-12', 'These days are over.'],
      [
        '2026-10-01',
        '2026-12-10',
        'The first day can be at most 31 days back. For one that began earlier, give today.',
      ],
      ['9999-11-09', '9999-11-12', 'That is more than two years from now.'],
      ['2026-12-12', '2026-12-10', 'The last day is before the first.'],
      ['2026-02-30', '2026-12-10', 'Write both days as 2026-11-09, as a calendar has them.'],
      ['soon', 'later', 'Write both days as 2026-11-09, as a calendar has them.'],
    ])('from %s to %s is refused in a sentence', async (from, lastDay, sentence) => {
      expect(await add(from, lastDay)).toEqual({ exitCode: 1, lines: [`${sentence} Nothing was changed.`] });
    });

    test('needs a name, and one that is free', async () => {
      for (const name of ['', '  ', 'a\nb', '\u202Eabc', 'x'.repeat(101)]) {
        expect((await add('2026-12-10', '2026-12-12', name)).lines[0]).toContain('The name needs');
      }
      await add('2026-12-10', '2026-12-12');
      expect((await add('2027-12-10', '2027-12-12')).lines[0]).toContain('a blackout of that name');
    });
  });

  describe('schedule set', () => {
    test('prints who gets what when, and what starts it', async () => {
      await hire();
      expect(await run('schedule set', { change: { weekday: 4, time: '10:30', items: 3 } })).toEqual({
        exitCode: 0,
        lines: [
          'Name of U1',
          `  check-in of 3 indicators (${RETAIL}), weekly from Thu 2026-11-19 10:30 Asia/Taipei`,
          'Name of UB',
          '  digest about a team of 1, weekly from Mon 2026-11-16 09:00 Asia/Taipei',
          'The schedule is set. Nothing is sent before: npm run cli -- schedule start',
        ],
      });
    });

    test('moves what is due in a schedule that runs', async () => {
      await hire();
      await shop.start();
      const { lines } = await run('schedule set', {
        change: { weekday: 1, time: '09:30', restDays: [3, 4] },
      });
      expect(lines[1]).toContain('weekly from Mon 2026-11-16 09:30');
      expect(lines.at(-1)).toBe('The schedule is set, and counts from now on.');
    });

    test('rest days that leave no day for it are refused', async () => {
      await hire();
      expect(await run('schedule set', { change: { restDays: [3, 4, 5, 6, 7] } })).toMatchObject({
        exitCode: 1,
        lines: [expect.stringContaining('none would ever come. Nothing was changed.')],
      });
    });
  });

  describe('doctor', () => {
    test('says that all is well', async () => {
      await hire();
      await shop.start();
      expect((await run('doctor')).lines).toEqual([
        'ok  Database: reachable, and up to date',
        `ok  Slack: takes the bot in ${shop.workspaceId}`,
        'ok  Schedule: started 2026-11-16, 1 member asked, 1 digest',
        'ok  Calendar: the holidays of the next twelve months are known',
        'All is well.',
      ]);
    });

    test('names what needs somebody', async () => {
      await hire();
      await shop.hire([{ id: 'U2', standard: RETAIL, timeZone: 'Antarctica/Troll' }]);
      shop.at('2027-06-01T00:00:00Z');
      missingScopes = ['im:history'];
      await counting.database.prisma.member.updateMany({
        where: { workspaceId: shop.workspaceId, slackUserId: 'UB' },
        data: { unreachableSince: new Date(), unreachableReason: 'user_not_found' },
      });
      expect((await run('doctor')).lines).toEqual([
        'ok  Database: reachable, and up to date',
        '!!  Slack: the app lacks im:history; install it again from manifest.yml',
        '!!  Schedule: not started (2 members asked, 1 digest), nothing is sent; npm run cli -- schedule start',
        '!!  Calendar: the holidays of 2028 are not known, Monday to Friday are assumed; npm run cli -- calendar import <file.csv>',
        '!!  People: no holidays are known where Name of U2 is (Antarctica/Troll), Monday to Friday are assumed',
        '!!  People: Slack refuses messages to Name of UB (user_not_found); docs/operations.md says what to do',
        '5 things need somebody.',
      ]);
    });

    test('a year that nobody knows is named for as long as the bot runs, from a year before', async () => {
      await hire();
      await shop.start();
      const years = async (at: string) => {
        shop.at(at);
        return (await run('doctor')).lines.filter((line) => line.startsWith('!!  Calendar'));
      };
      expect(await years('2026-12-31T00:00:00Z')).toEqual([]);
      expect(await years('2027-01-02T00:00:00Z')).toEqual([expect.stringContaining('the holidays of 2028')]);
      expect(await years('2028-06-01T00:00:00Z')).toEqual([expect.stringMatching(/2028.*2029/)]);
    });

    test('names who was shown the notice and has not read it', async () => {
      await shop.hire([{ id: 'UNEW', standard: RETAIL, acknowledged: false }]);
      await shop.start();
      expect((await run('doctor')).lines).toContain('All is well.');
      shop.at('2026-11-18T05:00:00Z');
      await planCheckIns(shop.context);
      expect((await run('doctor')).lines).toContain(
        '!!  People: Name of UNEW has not read the notice, and is not asked until they have; remind them',
      );
    });

    test('says that nobody takes part, and that Slack refuses the bot', async () => {
      await counting.database.prisma.workspace.update({
        where: { workspaceId: shop.workspaceId },
        data: { suspendedAt: new Date('2026-11-15T08:00:00Z'), suspendedReason: 'token_revoked' },
      });
      const { lines } = await run('doctor');
      expect(lines[1]).toContain('!!  Slack: refuses the bot since 2026-11-15 08:00 UTC (token_revoked)');
      expect(lines[2]).toContain('!!  Schedule: nobody takes part');
    });
  });
});

describe('the options of schedule set', () => {
  test.each([
    [['--time', '25:00'], '--time 25:00 is not understood → a time is 09:30 or 13:00'],
    [['--weekday', 'someday'], '--weekday someday is not understood → a weekday is mon, tue'],
    [['--items', '11'], '--items 11 is not understood → a check-in has 1 to 10 indicators'],
    [['--items', '0'], '--items 0 is not understood'],
    [['--reminders', '3'], '--reminders 3 is not understood'],
    [['--late-days', '7'], '--late-days 7 is not understood'],
    [
      ['--rest-days', 'mon,tue,wed,thu,fri,sat,sun'],
      '--rest-days mon,tue,wed,thu,fri,sat,sun is not understood',
    ],
    [['--works-holidays', 'perhaps'], '--works-holidays perhaps is not understood → write yes or no'],
    [[], 'Nothing to set'],
  ])('%j is refused in a line', async (options, line) => {
    await expect(scheduleCommand().parseAsync(['set', ...options], { from: 'user' })).rejects.toMatchObject({
      line: expect.stringContaining(line),
    });
  });

  test('what is understood looks for a bot to ask', async () => {
    const understood = ['--rest-days', 'tue,Wednesday', '--works-holidays', 'YES', '--weekday', '5'];
    const { code, stderr } = await runCli('schedule', 'set', ...understood);
    expect([code, stderr]).toEqual([1, expect.stringContaining('SLACK_BOT_TOKEN is missing')]);
  });
});

describe('a file of the government', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'calendar-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const reading = async (bytes: Uint8Array) => {
    const file = join(folder, '116.csv');
    await writeFile(file, bytes);
    return await readCalendarFile(file);
  };

  test('is read in UTF-8 and in Big5', async () => {
    expect(await reading(Buffer.from('\uFEFF西元日期,星期'))).toBe('西元日期,星期');
    const big5 = [0xa6, 0xe8, 0xa4, 0xb8, 0xa4, 0xe9, 0xb4, 0xc1];
    expect(await reading(Buffer.from(big5))).toBe('西元日期');
  });

  test('in neither, or not there, is named', async () => {
    await expect(reading(Buffer.from([0xff, 0xfe, 0x00]))).rejects.toThrow('is neither UTF-8 nor Big5');
    await expect(readCalendarFile(join(folder, 'none.csv'))).rejects.toThrow('none.csv cannot be read');
  });
});
