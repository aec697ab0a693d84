import { type Entry, entryPosition } from './entry.ts';
import type { LocalKind } from './local-code.ts';

/** A code that does not exist: its numbers, and its kind where the letter told it. */
export interface WantedCode {
  readonly kind: LocalKind | undefined;
  readonly numbers: readonly number[];
}

/**
 * The entries with the nearest codes, nearest first: those of the same kind, or of the same depth when the kind is
 * not known. The first number weighs more than all that follow, so `T2.9` is nearer to `T2.1` than to `T3.9`.
 */
export function nearestEntries(entries: readonly Entry[], wanted: WantedCode, limit: number): Entry[] {
  return entries
    .flatMap((entry) => {
      const position = entryPosition(entry);
      if (position === undefined || !isComparable(position, wanted)) return [];
      return [{ entry, distances: wanted.numbers.map((n, at) => Math.abs(n - (position.numbers[at] ?? n))) }];
    })
    .sort((one, other) => compare(one.distances, other.distances))
    .slice(0, limit)
    .map(({ entry }) => entry);
}

function isComparable(
  position: { kind: LocalKind; numbers: readonly number[] },
  wanted: WantedCode,
): boolean {
  if (wanted.kind === undefined) return position.numbers.length === wanted.numbers.length;
  return position.kind === wanted.kind;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((distance, index) => distance !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
