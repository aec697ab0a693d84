import { fileURLToPath } from 'node:url';
import {
  createPublicCalendar,
  createWorkCalendar,
  OFFICE_WEEK,
  type PublicCalendar,
  type WorkCalendar,
} from '../../src/domain/check-in/work-calendar.ts';
import { loadHolidays } from '../../src/storage/calendar/holidays.ts';

/** The file that ships. */
export const TAIWAN_FILE = fileURLToPath(new URL('../../data/holidays/tw.csv', import.meta.url));

export const TAIWAN_DAYS = await loadHolidays(TAIWAN_FILE);

/** Taiwan's calendar as it ships; a year that it does not know fails the test that asks. */
export const TAIWAN_PUBLIC: PublicCalendar = createPublicCalendar(TAIWAN_DAYS, (year) => {
  throw new Error(`data/holidays/tw.csv does not know ${year}`);
});

/** The days on which an office in Taiwan works. */
export const TAIWAN: WorkCalendar = createWorkCalendar(TAIWAN_PUBLIC, OFFICE_WEEK);
