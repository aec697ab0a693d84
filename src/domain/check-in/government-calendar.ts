import { z } from 'zod';
import { addDays, type Day, weekdayOf } from './calendar-day.ts';
import { type SpecialDay, yearOf } from './work-calendar.ts';

/**
 * A line of 行政院人事行政總處's 政府行政機關辦公日曆表 (data.gov.tw dataset 14718), as it is written: 西元日期, 星期,
 * 是否放假, 備註.
 */
export interface GovernmentRow {
  readonly line: number;
  readonly date: string;
  readonly weekday: string;
  readonly off: string;
  readonly note: string;
}

export interface CalendarProblem {
  readonly line: number;
  readonly message: string;
}

const WEEKDAY_SIGNS = ['', '一', '二', '三', '四', '五', '六', '日'];

/** 人事行政總處 publishes one year ahead; years long gone change nothing. */
const YEARS_AROUND = { back: 5, ahead: 2 };

const day = z.iso.date();

interface ReadRow {
  readonly line: number;
  readonly day: Day;
  readonly isOff: boolean;
  readonly note: string;
}

/**
 * The special days of whole years from the government's rows, with 勞動節; or every line that is wrong, and then
 * nothing. `today` says which years can be meant.
 *
 * Named days on a weekend are kept: offices rest anyway, who works shifts has them off. 1 May is off for employees
 * (勞動基準法 37); files of years before 2026, when it was no holiday of offices, do not have it. Where it falls on a
 * weekend, another day is off for it only if the file says so.
 */
export function readGovernmentCalendar(
  rows: readonly GovernmentRow[],
  today: Day,
): { days: ReadonlyMap<Day, SpecialDay>; years: readonly string[]; problems: readonly CalendarProblem[] } {
  const read = rows.map((row) => readRow(row, today));
  const problems = read.flatMap((each) => ('message' in each ? [each] : []));
  const good = read.flatMap((each) => ('message' in each ? [] : [each]));
  const seen = new Set<Day>();
  const twice = good.flatMap((row) => {
    if (seen.has(row.day)) return [{ line: row.line, message: `has ${row.day} a second time` }];
    seen.add(row.day);
    return [];
  });
  const years = [...new Set(good.map((row) => yearOf(row.day)))].sort();
  const missing = problems.length + twice.length > 0 ? [] : years.flatMap((year) => missingDays(year, good));
  const all = [...problems, ...twice, ...missing].sort((a, b) => a.line - b.line);
  if (all.length > 0) return { days: new Map(), years: [], problems: all };
  const special = good.flatMap((row) => {
    const found = specialDay(row);
    return found === undefined ? [] : [[row.day, found] as const];
  });
  return { days: withLabourDay(new Map(special), years), years, problems: [] };
}

function readRow(row: GovernmentRow, today: Day): ReadRow | CalendarProblem {
  const wrong = (message: string) => ({ line: row.line, message });
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(row.date) ?? /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(row.date);
  const written = parts
    ?.slice(1)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const parsed = day.safeParse(written);
  if (!parsed.success) return wrong(`"${row.date}" is not a day; write 20270101 or 2027/1/1`);
  const distance = Number(yearOf(parsed.data)) - Number(yearOf(today));
  if (distance < -YEARS_AROUND.back || distance > YEARS_AROUND.ahead) {
    return wrong(`${parsed.data} is in a year that is not about now`);
  }
  const sign = WEEKDAY_SIGNS[weekdayOf(parsed.data)];
  if (row.weekday.replace(/^(星期|週)/, '') !== sign) {
    return wrong(`${parsed.data} is a 星期${sign}, not "${row.weekday}"`);
  }
  if (row.off !== '0' && row.off !== '2')
    return wrong(`是否放假 is "${row.off}"; it is 0 (worked) or 2 (off)`);
  return { line: row.line, day: parsed.data, isOff: row.off === '2', note: row.note };
}

/** A file that was cut off would make worked days of the holidays it lacks. */
function missingDays(year: string, rows: readonly ReadRow[]): CalendarProblem[] {
  const given = new Set(rows.map((row) => row.day));
  const missing: Day[] = [];
  for (let each = `${year}-01-01`; yearOf(each) === year; each = addDays(each, 1)) {
    if (!given.has(each)) missing.push(each);
  }
  const line = Math.max(...rows.filter((row) => yearOf(row.day) === year).map((row) => row.line));
  const count = missing.length === 1 ? '1 day' : `${missing.length} days`;
  return missing.length === 0
    ? []
    : [{ line, message: `${year} lacks ${count}, the first is ${missing[0]}` }];
}

function specialDay({ day: date, isOff, note }: ReadRow): SpecialDay | undefined {
  const isWeekend = weekdayOf(date) > 5;
  if (!isOff) return isWeekend ? { kind: 'workday', name: note || '補行上班' } : undefined;
  return isWeekend && note === '' ? undefined : { kind: 'off', name: note || '放假' };
}

function withLabourDay(days: Map<Day, SpecialDay>, years: readonly string[]): ReadonlyMap<Day, SpecialDay> {
  for (const year of years) {
    const labourDay = `${year}-05-01`;
    if (days.get(labourDay)?.kind !== 'off') days.set(labourDay, { kind: 'off', name: '勞動節' });
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}
