import { z } from 'zod';
import { ActionableError } from '../../errors.ts';
import { type ScheduleChange, scheduleChange } from '../../usecases/set-schedule.ts';

/** What the command line gives, as typed. */
export interface ScheduleOptions {
  readonly weekday?: string;
  readonly time?: string;
  readonly items?: string;
  readonly lateDays?: string;
  readonly digestWeekday?: string;
  readonly digestTime?: string;
  readonly restDays?: string;
  readonly worksHolidays?: string;
  readonly reminders?: string;
}

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const HOW_TO_WRITE: Record<keyof ScheduleOptions, string> = {
  weekday: 'a weekday is mon, tue, wed, thu, fri, sat or sun',
  time: 'a time is 09:30 or 13:00',
  items: 'a check-in has 1 to 10 indicators',
  lateDays: 'late answers are taken for 0 to 6 days',
  digestWeekday: 'a weekday is mon, tue, wed, thu, fri, sat or sun',
  digestTime: 'a time is 09:30 or 13:00',
  restDays: 'rest days are written sat,sun, and one day at least is worked',
  worksHolidays: 'write yes or no',
  reminders: 'a check-in brings 0 to 2 reminders',
};

/** @throws {ActionableError} naming the option that is not understood, or that there is none. */
export function readScheduleOptions(options: ScheduleOptions): ScheduleChange {
  const { weekday, time, items, lateDays, digestWeekday, digestTime, restDays, worksHolidays, reminders } =
    options;
  const read = scheduleChange.strict().safeParse(
    withoutAbsent({
      weekday: weekday === undefined ? undefined : toWeekday(weekday),
      time,
      items: toNumber(items),
      lateDays: toNumber(lateDays),
      digestWeekday: digestWeekday === undefined ? undefined : toWeekday(digestWeekday),
      digestTime,
      restDays: restDays?.split(',').map(toWeekday),
      worksHolidays:
        worksHolidays === undefined
          ? undefined
          : (YES_OR_NO.get(worksHolidays.toLowerCase()) ?? worksHolidays),
      reminders: toNumber(reminders),
    }),
  );
  if (!read.success) throw refusal(read.error, options);
  if (Object.keys(read.data).length === 0) {
    throw new ActionableError('Nothing to set', 'see npm run cli -- schedule set --help');
  }
  return read.data;
}

const YES_OR_NO = new Map([
  ['yes', true],
  ['no', false],
]);

/** 1 Monday … 7 Sunday; NaN for what is no weekday. */
function toWeekday(text: string): number {
  const name = text.trim().toLowerCase();
  const index = NAMES.indexOf(name.slice(0, 3));
  return /^[1-7]$/.test(name) ? Number(name) : index < 0 ? Number.NaN : index + 1;
}

function toNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function withoutAbsent(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

const optionName = z.enum([
  'weekday',
  'time',
  'items',
  'lateDays',
  'digestWeekday',
  'digestTime',
  'restDays',
  'worksHolidays',
  'reminders',
]);

function refusal(error: z.ZodError, options: ScheduleOptions): ActionableError {
  const name = optionName.parse(error.issues[0]?.path[0]);
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new ActionableError(`--${flag} ${options[name]} is not understood`, HOW_TO_WRITE[name]);
}
