/** Excel takes a file without it for the local code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would run instead of show: https://owasp.org/www-community/attacks/CSV_Injection. */
const RUNS_AS_FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as CSV that a spreadsheet opens as it is meant: UTF-8 with a byte order mark, CRLF, every cell in quotation
 * marks. A cell that would run as a formula gets an apostrophe in front, which is shown.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((cells) => cells.map(toCell).join(',')).join('\r\n')}\r\n`;
}

function toCell(text: string): string {
  const shown = RUNS_AS_FORMULA.test(text) ? `'${text}` : text;
  return `"${shown.replaceAll('"', '""')}"`;
}
