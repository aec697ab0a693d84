import { divideWords, plainQuestion, readCodeReference, readLooseReferences } from './code.ts';
import { type Entry, entryPosition } from './entry.ts';
import type { IndicatorInContext } from './indicator-in-context.ts';
import { type LocalCode, readLocalCode, readUnfinishedCode, startsWithNumbers } from './local-code.ts';
import { matchStandards } from './match-standards.ts';
import { fold } from './search.ts';
import type { StandardLibrary } from './standard-library.ts';

/**
 * The indicators of these standards that are meant by a code (its own, or that of a task or duty above it), by the
 * beginning of one or of a standard's, or by words (its own, or those of its task or duty), in the order of the document.
 * Words beside a standard (`KRM 退貨`) are looked for in that one first. Nothing typed means all of them.
 */
export function findIndicators(
  library: StandardLibrary,
  standardCodes: readonly string[],
  typed: string,
): IndicatorInContext[] {
  const all = standardCodes.flatMap((code) => library.indicatorsOf(code));
  if (fold(typed) === '') return all;
  const codes = [readCodeReference(typed), ...readLooseReferences(typed)].flatMap((each) => each?.code ?? []);
  const byCode = codes
    .map((code) => all.filter((indicator) => isBelow(code, indicator)))
    .find(({ length }) => length > 0);
  if (byCode !== undefined) return byCode;
  const unfinished = readUnfinishedCode(typed);
  if (unfinished !== undefined)
    return all.filter((indicator) => startsWithNumbers(numbersOf(indicator), unfinished));
  const standards = standardCodes.flatMap((code) => library.standard(code) ?? []);
  const named = matchStandards(standards, typed).map(({ code }) => code);
  if (named.length > 0) return all.filter(({ standardCode }) => named.includes(standardCode));
  const searches = [
    ...divideWords(plainQuestion(typed)).map(({ standard, rest }) => ({
      words: rest,
      within: matchStandards(standards, standard),
    })),
    { words: typed, within: standards },
  ];
  const byWords = searches.map(({ words, within }) => {
    const found = library.search(words, within);
    return all.filter((indicator) => found.some((entry) => names(entry, indicator)));
  });
  return byWords.find(({ length }) => length > 0) ?? [];
}

function isBelow({ kind, numbers }: LocalCode, indicator: IndicatorInContext): boolean {
  if (kind !== 'duty' && kind !== 'task' && kind !== 'indicator') return false;
  return startsWithNumbers(numbersOf(indicator), numbers);
}

function numbersOf({ code }: IndicatorInContext): readonly number[] {
  return readLocalCode(code)?.numbers ?? [];
}

function names(entry: Entry, { standardCode, code, taskCode, dutyCode }: IndicatorInContext): boolean {
  if (entry.standard.code !== standardCode || entryPosition(entry) === undefined) return false;
  if (entry.kind === 'indicator') return entry.indicator.code === code;
  if (entry.kind === 'task') return entry.task.code === taskCode;
  return entry.kind === 'duty' && entry.duty.code === dutyCode;
}
