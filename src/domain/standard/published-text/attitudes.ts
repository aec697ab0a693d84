import type { Attitude } from '../standard.ts';
import { cleanText, notesOf } from './clean-text.ts';
import { findCodes } from './find-codes.ts';
import type { Line } from './lines.ts';
import { PublishedTextError } from './published-text-error.ts';
import { unplaced } from './sections.ts';
import { splitNumbered } from './split-cell.ts';

/**
 * `A01 追求卓越：…`, one or more a line. Older documents print them without codes, then all of them.
 * @throws {PublishedTextError} for a line without name and definition, or an empty section.
 */
export function readAttitudes(lines: readonly Line[], lastLine: number): Attitude[] {
  const [first] = lines;
  if (first === undefined) {
    throw new PublishedTextError(lastLine, 'the section of attitudes is empty: get the file again');
  }
  const coded = findCodes(first.text)[0]?.start === 0;
  const attitudes: Attitude[] = [];
  for (const line of lines) {
    if (!coded) {
      attitudes.push(readAttitude(line.text, line));
      continue;
    }
    for (const entry of splitNumbered(
      line.text,
      { kind: 'attitude', parent: [], last: attitudes.length },
      line.number,
    )) {
      attitudes.push({ code: entry.code, ...readAttitude(entry.text, line), ...notesOf(entry) });
    }
  }
  return attitudes;
}

function readAttitude(raw: string, line: Line): Attitude {
  const clean = cleanText(raw, line.number);
  const [, name = '', definition = ''] = /^([^：:。]+)[：:]\s*(.+)$/u.exec(clean.text) ?? [];
  if (name === '' || findCodes(raw)[0]?.start === 0) throw unplaced(line);
  return { name: name.trim(), definition, ...notesOf(clean) };
}
