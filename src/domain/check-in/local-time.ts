import { TZDate } from '@date-fns/tz';
import { format, getISODay } from 'date-fns';

/** An instant on somebody's wall, in parts that a text can write in any language. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  /** ISO: 1 Monday … 7 Sunday */
  readonly weekday: number;
  /** `13:00` */
  readonly time: string;
}

export function localTime(instant: Date, timeZone: string): LocalTime {
  const local = new TZDate(instant.getTime(), timeZone);
  return {
    year: local.getFullYear(),
    month: local.getMonth() + 1,
    day: local.getDate(),
    weekday: getISODay(local),
    time: format(local, 'HH:mm'),
  };
}

/** The calendar day of an instant in `timeZone`, `2026-11-18`. */
export function localDay(instant: Date, timeZone: string): string {
  return format(new TZDate(instant.getTime(), timeZone), 'yyyy-MM-dd');
}

/** The last minute before an instant: how "until midnight" is said without naming the next day. */
export function minuteBefore(instant: Date): Date {
  return new Date(instant.getTime() - 60_000);
}
