import { readCodeReference, readLooseReferences } from './code.ts';
import { type Entry, entryPosition } from './entry.ts';
import type { IndicatorInContext } from './indicator-in-context.ts';
import { type LocalCode, readLocalCode, startsWithNumbers } from './local-code.ts';
import { fold } from './search.ts';
import type { StandardLibrary } from './standard-library.ts';

/**
 * The indicators of these standards that are meant by a code (its own, or that of a task or duty above it) or by words
 * (its own, or those of its task or duty), in the order of the document. Nothing typed means all of them.
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
  const standards = standardCodes.flatMap((code) => library.standard(code) ?? []);
  const found = library.search(typed, standards);
  return all.filter((indicator) => found.some((entry) => names(entry, indicator)));
}

function isBelow({ kind, numbers }: LocalCode, indicator: IndicatorInContext): boolean {
  if (kind !== 'duty' && kind !== 'task' && kind !== 'indicator') return false;
  const own = readLocalCode(indicator.code)?.numbers ?? [];
  return startsWithNumbers(own, numbers);
}

function names(entry: Entry, { standardCode, code, taskCode, dutyCode }: IndicatorInContext): boolean {
  if (entry.standard.code !== standardCode || entryPosition(entry) === undefined) return false;
  if (entry.kind === 'indicator') return entry.indicator.code === code;
  if (entry.kind === 'task') return entry.task.code === taskCode;
  return entry.kind === 'duty' && entry.duty.code === dutyCode;
}
