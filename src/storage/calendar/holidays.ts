import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type Day, weekdayOf } from '../../domain/check-in/calendar-day.ts';
import type { SpecialDay } from '../../domain/check-in/work-calendar.ts';
import { ActionableError } from '../../errors.ts';

const holidayRow = z
  .object({
    date: z.iso.date(),
    kind: z.enum(['off', 'workday']),
    name: z.string().min(1, 'needs a name'),
  })
  .refine(({ date, kind }) => weekdayOf(date) <= 5 === (kind === 'off'), {
    message: 'only Monday to Friday can be off, only Saturday and Sunday a workday',
  });

const parsedRecord = z.object({ info: z.object({ lines: z.int() }), record: z.unknown() });

/**
 * Which days are off, and which are worked although they are not Monday to Friday, from a file with the columns
 * `date,kind,name`.
 *
 * @throws {ActionableError} naming the line that is not a day of the calendar.
 */
export async function loadHolidays(path: string): Promise<ReadonlyMap<Day, SpecialDay>> {
  const refuse = (what: string, cause?: unknown) =>
    new ActionableError(`${path}${what}`, 'mend it as its README says', { cause });
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw refuse(' cannot be read', cause);
  });
  const days = new Map<Day, SpecialDay>();
  for (const raw of recordsOf(text, refuse)) {
    const { info, record } = parsedRecord.parse(raw);
    const row = holidayRow.safeParse(record);
    if (!row.success) throw refuse(`:${info.lines} ${z.prettifyError(row.error)}`, row.error);
    if (days.has(row.data.date)) throw refuse(`:${info.lines} has ${row.data.date} a second time`);
    const { date, kind, name } = row.data;
    days.set(date, { kind, name });
  }
  return days;
}

function recordsOf(text: string, refuse: (what: string, cause: unknown) => Error): unknown[] {
  try {
    return parse(text, { bom: true, trim: true, info: true, skip_empty_lines: true, columns: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuse(`:${Number(error.lines ?? 1)} ${error.message}`, error);
  }
}
