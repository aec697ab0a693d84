import type { Note } from '../standard.ts';
import { cleanRemark, noteMark } from './clean-text.ts';
import { compact, type Line } from './lines.ts';
import { PublishedTextError } from './published-text-error.ts';
import { unplaced } from './sections.ts';

export interface Supplement {
  /** Several lines are joined by line breaks. */
  readonly prerequisites: string;
  readonly notes: Note[];
}

const BULLET = /^[-•●‧*]\s*/u;
const NOTE_HEAD = /(?<=^|[。！？]\s*)(?=【註\s*[\d０-９]*】)/u;
const NOTE = /^【註\s*([\d０-９]*)】\s*(.*)$/u;

/**
 * 說明與補充事項: who should apply, then remarks and notes.
 * @throws {PublishedTextError} when a heading has nothing under it or the last sentence is not finished: nothing
 * else at the end of a document shows that it was cut off.
 */
export function readSupplement(lines: readonly Line[], lastLine: number): Supplement {
  const prerequisites: string[] = [];
  const notes: Note[] = [];
  let under: 'prerequisites' | 'notes' | undefined;
  for (const line of lines) {
    const text = line.text.replace(BULLET, '');
    const heading = readHeading(text);
    under = heading?.section ?? under;
    const content = heading === undefined ? text : heading.rest;
    if (under === undefined || (heading === undefined && content === '')) throw unplaced(line);
    if (content === '') continue;
    if (under === 'notes' || NOTE.test(content)) notes.push(...readNotes(content, line));
    else prerequisites.push(cleanRemark(content, line.number));
  }
  const last = lines.at(-1);
  if (last === undefined || prerequisites.length === 0 || !/[。！？）」』!?)]$/u.test(last.text)) {
    throw new PublishedTextError(lastLine, 'the last section is not finished: get the file again');
  }
  return { prerequisites: prerequisites.join('\n'), notes };
}

function readHeading(text: string): { section: 'prerequisites' | 'notes'; rest: string } | undefined {
  const [, label = '', rest = ''] = /^([^：:]+)[：:]\s*(.*)$/u.exec(text) ?? [];
  const name = compact(label);
  if (name.startsWith('建議擔任此職類/職業之') && name.endsWith('條件'))
    return { section: 'prerequisites', rest };
  return name === '其他補充說明' ? { section: 'notes', rest } : undefined;
}

function readNotes(content: string, line: Line): Note[] {
  if (/^無[。.]?$/u.test(content)) return [];
  return content.split(NOTE_HEAD).map((piece) => {
    const match = NOTE.exec(piece.trim());
    const text = cleanRemark(match?.[2] ?? piece, line.number).replace(/^[：:]\s*/u, '');
    if (text === '') throw new PublishedTextError(line.number, 'the note has no text: get the file again');
    return match === null ? { text } : { mark: noteMark(match[1] ?? ''), text };
  });
}
