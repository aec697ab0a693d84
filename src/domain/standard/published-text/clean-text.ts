import { PublishedTextError } from './published-text-error.ts';

export interface CleanText {
  readonly text: string;
  /** The marks that stood in the text, in their order: `註1`. */
  readonly notes: readonly string[];
}

const MARK = /\^\{\s*【註\s*([\d０-９]*)】\s*\}|【註\s*([\d０-９]*)】/gu;
const UNDERLINE = /<\/?u>/giu;
const OTHER_MARKUP = /<\/?[a-z][^<>]*>|\^\{|_\{/iu;
const CJK = '[\\p{Script=Han}，。、；：？！「」『』（）《》【】]';
const SPACE_INSIDE_CJK = new RegExp(`(?<=${CJK}) (?=${CJK})`, 'gu');

/**
 * The official text without what extraction and typesetting added: underlines, note marks, and spaces between two
 * Chinese characters. Everything else stays as it was published.
 * @throws {PublishedTextError} for markup of another kind.
 */
export function cleanText(raw: string, line: number): CleanText {
  return { text: cleanRemark(raw.replaceAll(MARK, ''), line), notes: noteMarksIn(raw) };
}

/**
 * The same for a remark or a note, which may speak of another note: there a mark is part of the text.
 * @throws {PublishedTextError} for markup of another kind.
 */
export function cleanRemark(raw: string, line: number): string {
  const text = raw
    .replaceAll(MARK, (_whole, raised?: string, plain?: string) => `【${noteMark(raised ?? plain ?? '')}】`)
    .replaceAll(UNDERLINE, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replaceAll(SPACE_INSIDE_CJK, '');
  const markup = OTHER_MARKUP.exec(text);
  if (markup !== null) {
    throw new PublishedTextError(line, `the markup "${markup[0]}" is not known: remove it from the text`);
  }
  return text;
}

/** Every mark once, in their order. */
export function noteMarksIn(raw: string): string[] {
  const marks = [...raw.matchAll(MARK)].map(([, raised, plain]) => noteMark(raised ?? plain ?? ''));
  return [...new Set(marks)];
}

/** `註１` and `註1` are the same mark. */
export function noteMark(digits: string): string {
  return `註${digits.normalize('NFKC')}`;
}

/** The `notes` property of a record: absent when no mark stood in its text. */
export function notesOf({ notes }: CleanText): { notes?: string[] } {
  return notes.length === 0 ? {} : { notes: [...notes] };
}
