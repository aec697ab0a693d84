import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { RosterProblem, RosterRow } from '../domain/people/check-roster.ts';

const COLUMNS = ['email', 'slack_id', 'standard', 'supervisor', 'role'] as const;

const cell = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? undefined : text.trim()));

const cells = z.object({ email: cell, slack_id: cell, standard: cell, supervisor: cell, role: cell });

/** A line of the file, or several where a quoted cell spans them; `line` is the last. */
interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads the roster file: a header line, then one person a line. A byte order mark, CRLF and quoted cells are
 * understood; blank lines are passed over; several standards in a cell are separated by `;` or a space.
 */
export function readRosterCsv(text: string): { rows: RosterRow[]; problems: RosterProblem[] } {
  const { records, problem } = parseCsv(text);
  const [header, ...people] = records;
  if (header === undefined) return refused(problem ?? { line: 1, message: 'has nobody in it' });
  const columns = header.cells.map((name) => name.toLowerCase());
  const message = separatorProblem(columns) ?? headerProblem(columns);
  if (message !== undefined) return refused({ line: header.line, message });
  if (problem !== undefined) return refused(problem);
  if (people.length === 0) return refused({ line: header.line, message: 'has nobody in it' });
  const problems = people.flatMap((person) => lengthProblem(person, columns));
  return problems.length > 0
    ? refused(...problems)
    : { rows: people.map((person) => toRow(person, columns)), problems: [] };
}

function refused(...problems: RosterProblem[]): { rows: RosterRow[]; problems: RosterProblem[] } {
  return { rows: [], problems };
}

/** The records up to the first that cannot be read, and what is wrong with that. */
function parseCsv(text: string): { records: CsvRecord[]; problem: RosterProblem | undefined } {
  const records: CsvRecord[] = [];
  try {
    parse(text, {
      bom: true,
      trim: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      on_record: (record: string[], { lines }) => {
        records.push({ line: lines, cells: record });
        return null;
      },
    });
    return { records, problem: undefined };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, problem: csvProblem(error, text) };
  }
}

const OTHER_SEPARATORS = [
  { sign: ';', name: '";"' },
  { sign: '\t', name: 'a tab' },
];

/** Excel writes what the country of the computer uses. */
function separatorProblem(columns: readonly string[]): string | undefined {
  const [only = '', another] = columns;
  const used = OTHER_SEPARATORS.find(({ sign }) => only.includes(sign));
  if (another !== undefined || used === undefined) return undefined;
  return `has ${used.name} between its cells, not ","; save it as "CSV UTF-8 (Comma delimited)"`;
}

function headerProblem(columns: readonly string[]): string | undefined {
  const unknown = columns.filter((column) => !COLUMNS.some((known) => known === column));
  if (unknown.length > 0) {
    return `has unknown columns: ${unknown.map((column) => `"${column}"`).join(', ')}; known are ${COLUMNS.join(', ')}`;
  }
  const twice = columns.find((column, index) => columns.indexOf(column) < index);
  if (twice !== undefined) return `has the column "${twice}" twice`;
  if (!columns.includes('email') && !columns.includes('slack_id')) {
    return 'needs a column "email" or "slack_id" in its header';
  }
  return columns.includes('standard') ? undefined : 'needs a column "standard" in its header';
}

function lengthProblem(record: CsvRecord, columns: readonly string[]): RosterProblem[] {
  const { line, cells: given } = record;
  if (given.length === columns.length) return [];
  const count = given.length === 1 ? '1 cell' : `${given.length} cells`;
  const hint = given.length < columns.length ? '; an empty cell still needs its comma' : '';
  return [{ line, message: `has ${count} where the header has ${columns.length}${hint}` }];
}

function toRow({ line, cells: given }: CsvRecord, columns: readonly string[]): RosterRow {
  const row = cells.parse(Object.fromEntries(columns.map((column, index) => [column, given[index]])));
  return {
    line,
    email: row.email,
    slackId: row.slack_id,
    standards: row.standard?.split(/[;；、\s]+/).filter((code) => code !== '') ?? [],
    supervisor: row.supervisor,
    role: row.role,
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
