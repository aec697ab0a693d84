import { createHash } from 'node:crypto';
import { withoutUnseen } from './unseen.ts';

/** In UTF-16 units, as Slack's `max_length` and `String.length` count them: what the field takes fits. */
export const NOTE_LIMIT = 300;

/** In UTF-16 units, as for notes. */
export const TITLE_LIMIT = 100;

/** What somebody typed, as it is kept. An empty text is nothing. */
export type TypedText = { readonly text: string } | { readonly tooLong: number };

/** Line ends of every kind; lines stay lines. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Control characters but for the line feed, and what turns the direction of a text. */
const HIDDEN = /(?!\n)[\p{Cc}\p{Bidi_Control}]/gu;
/** What is on paper when it is printed: a text without any of it is nothing. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cn}]/u;

/**
 * What a person typed, without characters that nobody types on purpose, and without space around it. They are left
 * out, not refused: nothing that the person sees is lost. `tooLong` is how long it is then.
 */
export function readTypedText(typed: string, limit: number): TypedText {
  const text = withoutUnseen(typed.toWellFormed())
    .replaceAll(LINE_ENDS, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(HIDDEN, '')
    .trim();
  if (!VISIBLE.test(text)) return { text: '' };
  return text.length > limit ? { tooLong: text.length } : { text };
}

/** The same on one line, for a title. */
export function readTypedLine(typed: string, limit: number): TypedText {
  return readTypedText(typed.replaceAll(/[\s\u0085]+/gu, ' '), limit);
}

/**
 * A few characters that differ where texts differ, and say nothing of them: what a form showed is compared with what
 * comes back without carrying it about.
 */
export function markOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 10);
}
