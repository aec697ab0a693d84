import { fileURLToPath } from 'node:url';
import { createWorkCalendar, type WorkCalendar } from '../../src/domain/check-in/work-calendar.ts';
import { loadHolidays } from '../../src/storage/holidays.ts';

/** The file that ships. */
export const TAIWAN_FILE = fileURLToPath(new URL('../../data/holidays/tw.csv', import.meta.url));

/** Taiwan's calendar as it ships; a year that it does not know fails the test that asks. */
export const TAIWAN: WorkCalendar = createWorkCalendar(await loadHolidays(TAIWAN_FILE), (year) => {
  throw new Error(`data/holidays/tw.csv does not know ${year}`);
});
