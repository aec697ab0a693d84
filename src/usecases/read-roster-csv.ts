import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { RosterProblem, RosterRow } from '../domain/people/check-roster.ts';

const COLUMNS = ['email', 'slack_id', 'standard', 'supervisor', 'role'] as const;

const cell = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? undefined : text.trim()));

const record = z.object({
  info: z.object({ lines: z.int() }),
  record: z.object({ email: cell, slack_id: cell, standard: cell, supervisor: cell, role: cell }),
});

/**
 * Reads the roster file: a header line, then one person a line. A byte order mark, CRLF and quoted cells are
 * understood; blank lines are passed over; several standards in a cell are separated by `;` or a space.
 */
export function readRosterCsv(text: string): { rows: RosterRow[]; problems: RosterProblem[] } {
  const header: { problem: string | undefined } = { problem: undefined };
  try {
    const records: unknown[] = parse(text, {
      bom: true,
      trim: true,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count_less: true,
      columns: (names: string[]) => {
        const columns = names.map((name) => name.trim().toLowerCase());
        header.problem = headerProblem(columns);
        return columns;
      },
    });
    if (header.problem !== undefined) return { rows: [], problems: [{ line: 1, message: header.problem }] };
    if (records.length === 0) return { rows: [], problems: [{ line: 1, message: 'has nobody in it' }] };
    return { rows: records.map(toRow), problems: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (header.problem !== undefined) return { rows: [], problems: [{ line: 1, message: header.problem }] };
    return { rows: [], problems: [csvProblem(error, text)] };
  }
}

function headerProblem(columns: readonly string[]): string | undefined {
  const unknown = columns.filter((column) => !COLUMNS.some((known) => known === column));
  if (unknown.length > 0) {
    return `has unknown columns: ${unknown.map((column) => `"${column}"`).join(', ')}; known are ${COLUMNS.join(', ')}`;
  }
  const twice = columns.find((column, index) => columns.indexOf(column) < index);
  if (twice !== undefined) return `has the column "${twice}" twice`;
  if (!columns.includes('email') && !columns.includes('slack_id')) {
    return 'needs a column "email" or "slack_id" in its first line';
  }
  return columns.includes('standard') ? undefined : 'needs a column "standard" in its first line';
}

function toRow(raw: unknown): RosterRow {
  const { info, record: cells } = record.parse(raw);
  return {
    line: info.lines,
    email: cells.email,
    slackId: cells.slack_id,
    standards: cells.standard?.split(/[;；、\s]+/).filter((code) => code !== '') ?? [],
    supervisor: cells.supervisor,
    role: cells.role,
  };
}

function csvProblem(error: CsvError, text: string): RosterProblem {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return { line: unclosedQuoteLine(text), message: 'opens a quote (") that is never closed' };
  }
  return { line: Number(error.lines ?? 1), message: error.message };
}

/** The parser notices at the end of the file; the line to look at is where the quote was opened. */
function unclosedQuoteLine(text: string): number {
  const withoutClosed = text.replace(/"(?:[^"]|"")*"/g, (cell) => cell.replace(/[^\n]/g, ' '));
  return withoutClosed.slice(0, withoutClosed.indexOf('"')).split('\n').length;
}
