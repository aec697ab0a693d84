import { type Entry, entriesOf, entryPosition, type LocalEntry } from './entry.ts';
import { type IndicatorInContext, indicatorsInContext } from './indicator-in-context.ts';
import { type LocalCode, localCodeKey, readLocalCode } from './local-code.ts';
import { matchStandards, shortestName } from './match-standards.ts';
import { nearestEntries, type WantedCode } from './nearest.ts';
import { type SearchableEntry, searchable, searchEntries } from './search.ts';
import type { Standard } from './standard.ts';

/** All standards, indexed in memory. Unknown codes are answered with `undefined` or an empty list, never an error. */
export interface StandardLibrary {
  /** Ordered by code. */
  readonly standards: readonly Standard[];
  /** By its full code with version. */
  standard(code: string): Standard | undefined;
  /** Those a person may mean by `text`: see {@link matchStandards}. */
  matchStandards(text: string): Standard[];
  /** The shortest text that means only this standard, such as `KRM`. */
  shortestName(standard: Standard): string;
  find(standardCode: string, code: LocalCode): LocalEntry | undefined;
  /** Everything whose name or text holds all the words, standard by standard in the order of `standards`. */
  search(words: string, standards: readonly Standard[]): Entry[];
  /** The entries of `standards` with the nearest codes, at most `limit`. */
  nearest(wanted: WantedCode, standards: readonly Standard[], limit: number): Entry[];
  /** In the order of the document. */
  indicatorsOf(standardCode: string): readonly IndicatorInContext[];
  /** `code` may be written in any way that {@link readLocalCode} understands. */
  findIndicator(standardCode: string, code: string): IndicatorInContext | undefined;
}

interface IndexedStandard {
  readonly entries: readonly SearchableEntry[];
  readonly byCode: ReadonlyMap<string, LocalEntry>;
  readonly indicators: readonly IndicatorInContext[];
  readonly indicatorsByCode: ReadonlyMap<string, IndicatorInContext>;
}

export function createStandardLibrary(unordered: readonly Standard[]): StandardLibrary {
  const standards = [...unordered].sort((one, other) => (one.code < other.code ? -1 : 1));
  const byStandard = new Map(standards.map((standard) => [standard.code, indexStandard(standard)]));
  const entriesIn = (among: readonly Standard[]) =>
    among.flatMap(({ code }) => byStandard.get(code)?.entries ?? []);
  return {
    standards,
    standard: (code) => standards.find((standard) => standard.code === code),
    matchStandards: (text) => matchStandards(standards, text),
    shortestName: (standard) => shortestName(standards, standard),
    find: (standardCode, code) => byStandard.get(standardCode)?.byCode.get(localCodeKey(code)),
    search: (words, among) => searchEntries(entriesIn(among), words),
    nearest: (wanted, among, limit) =>
      nearestEntries(
        entriesIn(among).map(({ entry }) => entry),
        wanted,
        limit,
      ),
    indicatorsOf: (standardCode) => byStandard.get(standardCode)?.indicators ?? [],
    findIndicator: (standardCode, code) => {
      const local = readLocalCode(code);
      return local && byStandard.get(standardCode)?.indicatorsByCode.get(localCodeKey(local));
    },
  };
}

function indexStandard(standard: Standard): IndexedStandard {
  const entries = entriesOf(standard);
  const byCode = new Map<string, LocalEntry>();
  for (const entry of entries) {
    const position = entryPosition(entry);
    if (entry.kind !== 'standard' && position !== undefined) byCode.set(localCodeKey(position), entry);
  }
  const indicators = indicatorsInContext(standard);
  const indicatorsByCode = new Map<string, IndicatorInContext>();
  for (const indicator of indicators) {
    const local = readLocalCode(indicator.code);
    if (local !== undefined) indicatorsByCode.set(localCodeKey(local), indicator);
  }
  return { entries: entries.map(searchable), byCode, indicators, indicatorsByCode };
}
