import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ActionableError } from '../../../src/errors.ts';
import { loadHolidays } from '../../../src/storage/calendar/holidays.ts';
import { TAIWAN_FILE } from '../../support/taiwan.ts';

describe('a file of holidays', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holidays-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const load = async (...rows: string[]) => {
    const path = join(folder, 'tw.csv');
    await writeFile(path, ['date,kind,name', ...rows, ''].join('\n'));
    return await loadHolidays(path);
  };

  test('that ships knows Taiwan from 2024 to 2027', async () => {
    const days = await loadHolidays(TAIWAN_FILE);
    expect(days.size).toBe(64);
    expect([...new Set([...days.keys()].map((day) => day.slice(0, 4)))]).toEqual([
      '2024',
      '2025',
      '2026',
      '2027',
    ]);
    expect(days.get('2025-02-08')).toEqual({ kind: 'workday', name: '補行上班' });
    expect(days.get('2026-02-18')).toEqual({ kind: 'off', name: '春節' });
  });

  test.each([
    ['a day that no calendar has', '2026-02-29,off,閏日', ':3'],
    ['another way to write a day', '2026/02/28,off,和平紀念日', ':3'],
    ['an unknown kind', '2026-03-02,holiday,補假', ':3'],
    ['no name', '2026-03-02,off,', ':3'],
    ['a Saturday off, which it is anyway', '2026-02-28,off,和平紀念日', ':3'],
    ['a Monday worked, which it is anyway', '2026-03-02,workday,補行上班', ':3'],
    ['the same day twice', '2026-01-01,off,開國紀念日', ':3'],
    ['a column too many', '2026-03-02,off,補假,再補假', ':3'],
  ])('with %s is refused with its line', async (_what, row, line) => {
    const refused = load('2026-01-01,off,開國紀念日', row);
    await expect(refused).rejects.toThrow(ActionableError);
    await expect(refused).rejects.toThrow(`tw.csv${line} `);
  });

  test('that is not there is named', async () => {
    await expect(loadHolidays(join(folder, 'nowhere.csv'))).rejects.toThrow('nowhere.csv cannot be read');
  });
});
