import { PublishedTextError } from './published-text-error.ts';

/** One line that says something: blank lines and page footers are gone, the cells of a table row are trimmed. */
export interface Line {
  /** Counted from 1 in the file. */
  readonly number: number;
  readonly text: string;
  readonly cells: readonly string[];
}

const FOOTER = /\s*第\s*([\d０-９]+)\s*頁\s*[，,]\s*總共\s*([\d０-９]+)\s*頁\s*/gu;

/**
 * The lines of a published text, whichever line ends it has.
 * @throws {PublishedTextError} when the page footers show that pages at the end are missing.
 */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let lastFooter: { line: number; page: number; pages: number } | undefined;
  text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)
    .forEach((raw, index) => {
      const number = index + 1;
      for (const [, page = '', pages = ''] of raw.matchAll(FOOTER)) {
        lastFooter = { line: number, page: toNumber(page), pages: toNumber(pages) };
      }
      const cells = raw
        .replaceAll(FOOTER, ' ')
        .split('\t')
        .map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) lines.push({ number, text: cells.join('\t').trim(), cells });
    });
  if (lastFooter !== undefined && lastFooter.page !== lastFooter.pages) {
    const { line, page, pages } = lastFooter;
    throw new PublishedTextError(line, `the last page is ${page} of ${pages}: get the whole document again`);
  }
  return lines;
}

function toNumber(digits: string): number {
  return Number(digits.normalize('NFKC'));
}

/** A label for comparison: width and inner spaces differ between documents (`職能 級別`, `（K=…）`). */
export function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}
