import { addDays, type Day, weekdayOf } from '../../src/domain/check-in/calendar-day.ts';
import type { SpecialDay } from '../../src/domain/check-in/work-calendar.ts';

export const GOVERNMENT_HEADER = '西元日期,星期,是否放假,備註';

const SIGNS = ['', '一', '二', '三', '四', '五', '六', '日'];

/** A year as the government's file has it, with these special days: a line a day, `20270101,五,2,開國紀念日`. */
export function governmentYear(year: string, special: ReadonlyMap<Day, SpecialDay>): string[] {
  const lines: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
    const found = special.get(day);
    const isOff = found === undefined ? weekdayOf(day) > 5 : found.kind === 'off';
    lines.push([day.replaceAll('-', ''), SIGNS[weekdayOf(day)], isOff ? 2 : 0, found?.name ?? ''].join(','));
  }
  return lines;
}
