import { type LocalKind, localCodeKey, startsWithNumbers } from '../local-code.ts';
import { type CleanText, cleanText } from './clean-text.ts';
import { type FoundCode, findCodes } from './find-codes.ts';
import { PublishedTextError } from './published-text-error.ts';

export interface CodedText extends CleanText {
  readonly code: string;
  readonly kind: LocalKind;
  readonly number: number;
}

export interface Numbering {
  readonly kind: LocalKind;
  /** The numbers that every code in the cell begins with: those of the task for its indicators. */
  readonly parent: readonly number[];
  /** The last number given out before this cell, 0 for none. */
  readonly last: number;
}

/**
 * The entries of a cell whose codes count upwards (`P1.1.1 … P1.1.2 …`). A code that is only mentioned inside a
 * sentence does not begin an entry.
 * @throws {PublishedTextError} when text comes before the first code, or a code is where another is due.
 */
export function splitNumbered(cell: string, numbering: Numbering, line: number): CodedText[] {
  const found = findCodes(cell);
  const heads: FoundCode[] = [];
  let last = numbering.last;
  for (const [position, candidate] of found.entries()) {
    if (isNext(candidate, numbering, last)) {
      if (candidate.startsSentence || !isMention(candidate, found.slice(position + 1), numbering.kind)) {
        heads.push(candidate);
        last = candidate.local.numbers.at(-1) ?? last;
      }
    } else if (mustBeHead(candidate, numbering.kind)) {
      throw new PublishedTextError(
        line,
        `${candidate.code} is not the code that is due here: look for a missing, repeated or misplaced entry`,
      );
    }
  }
  return cut(cell, heads, line);
}

function isNext({ local }: FoundCode, { kind, parent }: Numbering, last: number): boolean {
  if (local.kind !== kind) return false;
  // Older documents number the outputs of a whole duty (`O1.1`): nothing to count within the task.
  if (kind === 'output' && local.numbers.length === 2) return local.numbers[0] === parent[0];
  return (
    local.numbers.length === parent.length + 1 &&
    startsWithNumbers(local.numbers, parent) &&
    local.numbers.at(-1) === last + 1
  );
}

/** Names have no full stops, so a code of the column's own kind inside a name is an entry that went wrong. */
function mustBeHead(candidate: FoundCode, kind: LocalKind): boolean {
  const sentences = kind === 'indicator' || kind === 'attitude';
  return candidate.startsSentence || (!sentences && candidate.local.kind === kind);
}

/** Inside a sentence, the code that is due is only mentioned when it comes again. Definitions always end theirs. */
function isMention(candidate: FoundCode, following: readonly FoundCode[], kind: LocalKind): boolean {
  return kind === 'attitude' || following.some((later) => sameCode(later, candidate));
}

function sameCode(one: FoundCode, other: FoundCode): boolean {
  return localCodeKey(one.local) === localCodeKey(other.local);
}

/**
 * The entries of a knowledge or skills cell, whose codes come in any order. Knowledge is accepted in the skills
 * column, where some documents print it.
 * @throws {PublishedTextError} for codes that do not belong, or that are written in two ways.
 */
export function splitListed(cell: string, column: 'knowledge' | 'skill', line: number): CodedText[] {
  const heads = findCodes(cell).filter(({ local }) => local.kind === 'knowledge' || local.kind === 'skill');
  const widths = new Map<LocalKind, number>();
  for (const { code, local } of heads) {
    if (column === 'knowledge' && local.kind === 'skill') {
      throw new PublishedTextError(
        line,
        `${code} stands in the knowledge column: move it to the skills column`,
      );
    }
    if ((widths.get(local.kind) ?? code.length) !== code.length) {
      throw new PublishedTextError(
        line,
        `${code} is not written like the codes before it: write it alike, or without a space before it if it is part of a name`,
      );
    }
    widths.set(local.kind, code.length);
  }
  return cut(cell, heads, line);
}

function cut(cell: string, heads: readonly FoundCode[], line: number): CodedText[] {
  const before = cell.slice(0, heads[0]?.start ?? cell.length).trim();
  if (before !== '') throw new PublishedTextError(line, `"${shorten(before)}" has no code: give it one`);
  return heads.map(({ code, local, end }, position) => {
    const raw = cell.slice(end, heads[position + 1]?.start ?? cell.length);
    const clean = cleanText(raw, line);
    if (clean.text === '')
      throw new PublishedTextError(line, `${code} has no text: add it, or get the file again`);
    return { ...clean, code, kind: local.kind, number: local.numbers.at(-1) ?? 0 };
  });
}

/** The one entry of a cell such as `T1 …` or `T1.1 …`. */
export function readSingle(cell: string, numbering: Numbering, line: number): CodedText {
  const [entry, second] = splitNumbered(cell, numbering, line);
  if (entry === undefined || second !== undefined) {
    throw new PublishedTextError(
      line,
      `"${shorten(cell)}" is not one ${numbering.kind}: give each its own row`,
    );
  }
  return entry;
}

function shorten(text: string): string {
  return text.length <= 20 ? text : `${text.slice(0, 20)}…`;
}
