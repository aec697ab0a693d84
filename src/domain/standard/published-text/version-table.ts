import { z } from 'zod';
import type { StandardVersion } from '../standard.ts';
import type { Line } from './lines.ts';
import { PublishedTextError } from './published-text-error.ts';

/**
 * The rows 版本, 職能基準代碼, 職能基準名稱, 狀態, 更新說明, 發展更新日期, in the order of the document.
 * @throws {PublishedTextError} for a row with another number of columns, or a date that does not exist.
 */
export function readVersions(lines: readonly Line[]): StandardVersion[] {
  return lines.map(({ cells, number }) => {
    const [version = '', code = '', name = '', status = '', note = '', date = '', ...rest] = cells;
    if (cells.length < 6 || rest.some((cell) => cell !== '')) {
      throw new PublishedTextError(number, 'a version has six columns: compare the row with the document');
    }
    if (version === '' || code === '' || name === '' || status === '') {
      throw new PublishedTextError(number, 'only 更新說明 may be empty in a version: fill the row in');
    }
    const entry = { version, code: code.normalize('NFKC'), name, status };
    return { ...entry, ...(note === '' ? {} : { note }), date: readDate(date, number) };
  });
}

/** `2025/06/15` or `2025-6-15` as the ISO date `2025-06-15`. */
function readDate(text: string, line: number): string {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/u.exec(text.normalize('NFKC')) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!z.iso.date().safeParse(iso).success) {
    throw new PublishedTextError(line, `"${text}" is not a date such as 2025/06/15: correct it`);
  }
  return iso;
}
