import { CsvError, parse } from 'csv-parse/sync';
import type { CalendarProblem, GovernmentRow } from '../domain/check-in/government-calendar.ts';

const COLUMNS = ['西元日期', '星期', '是否放假', '備註'] as const;

/** The rows of the government's calendar file; a byte order mark, CRLF and further columns are understood. */
export function readGovernmentCsv(text: string): {
  rows: readonly GovernmentRow[];
  problems: readonly CalendarProblem[];
} {
  const lines: { line: number; cells: readonly string[] }[] = [];
  try {
    parse(text, {
      bom: true,
      trim: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_records_with_empty_values: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines: line }) => {
        lines.push({ line, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], problems: [{ line: Number(error.lines ?? 1), message: error.message }] };
  }
  const [header, ...rest] = lines;
  const missing = COLUMNS.filter((column) => header?.cells.includes(column) !== true);
  if (header === undefined || missing.length > 0) {
    return {
      rows: [],
      problems: [
        {
          line: header?.line ?? 1,
          message: `needs the columns ${COLUMNS.join(', ')}; lacks ${missing.join(', ')}`,
        },
      ],
    };
  }
  if (rest.length === 0) return { rows: [], problems: [{ line: header.line, message: 'has no days in it' }] };
  const cellOf = (cells: readonly string[], column: (typeof COLUMNS)[number]) =>
    cells[header.cells.indexOf(column)] ?? '';
  return {
    rows: rest.map(({ line, cells }) => ({
      line,
      date: cellOf(cells, '西元日期'),
      weekday: cellOf(cells, '星期'),
      off: cellOf(cells, '是否放假'),
      note: cellOf(cells, '備註'),
    })),
    problems: [],
  };
}
