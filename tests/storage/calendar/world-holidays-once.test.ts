import { expect, jest, test } from '@jest/globals';
import { loadWorldHolidays } from '../../../src/storage/calendar/world-holidays.ts';

test('the rules of a country are read once, however many live there and whatever their zones are called', async () => {
  const { default: Holidays } = await import('date-holidays');
  const read: unknown[] = [];
  jest.unstable_mockModule('date-holidays', () => ({
    default: class extends Holidays {
      constructor(...of: ConstructorParameters<typeof Holidays>) {
        super(...of);
        if (of.length > 0) read.push(of[0]);
      }
    },
  }));
  const holidays = await loadWorldHolidays();
  const zones = ['America/New_York', 'America/Los_Angeles', 'Asia/Tokyo', 'America/New_York'];
  const days = zones.map((zone) => holidays.calendarIn(zone)?.kindOf('2026-11-26'));
  expect(days).toEqual(['off', 'off', undefined, 'off']);
  expect(read).toEqual(['US', 'JP']);
});
