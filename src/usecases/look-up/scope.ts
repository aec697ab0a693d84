import { type Entry, entryPosition, entryTitle, type LocalEntry } from '../../domain/standard/entry.ts';
import { type LocalCode, readLocalCode } from '../../domain/standard/local-code.ts';
import type { Choice, Place } from '../../domain/standard/look-up.ts';
import type { Standard } from '../../domain/standard/standard.ts';
import type { StandardLibrary } from '../../domain/standard/standard-library.ts';

/** The library as one caller sees it: their own standards come first. */
export interface Scope {
  readonly library: StandardLibrary;
  readonly own: readonly Standard[];
  /** The caller's standards, then the others. */
  readonly all: readonly Standard[];
}

/** Codes that are not in the library are left out. */
export function scopeFor(library: StandardLibrary, ownCodes: readonly string[]): Scope {
  const own = ownCodes.flatMap((code) => library.standard(code) ?? []);
  return { library, own, all: [...own, ...library.standards.filter((standard) => !own.includes(standard))] };
}

/** What `code` means in each of `standards` that has it. */
export function findIn(scope: Scope, standards: readonly Standard[], code: LocalCode): LocalEntry[] {
  return standards.flatMap((standard) => scope.library.find(standard.code, code) ?? []);
}

export function placeOf(scope: Scope, { standard }: Entry): Place {
  if (scope.own.length === 0) return 'unassigned';
  return scope.own.includes(standard) ? 'own' : 'other';
}

export function choicesFor(scope: Scope, entries: readonly Entry[]): Choice[] {
  return entries.map((entry) => ({ entry, ask: askFor(scope, entry) }));
}

/** The code alone where that leads to this entry, else with its standard. Entries without a code go by name. */
function askFor(scope: Scope, entry: Entry): string {
  const standard = scope.library.shortestName(entry.standard);
  if (entry.kind === 'standard') return standard;
  const { code, name } = entryTitle(entry);
  const position = entryPosition(entry);
  if (code === undefined || position === undefined) return name;
  const [first, another] = findIn(scope, scope.all, position);
  const leadsHere = first === entry && (another === undefined || placeOf(scope, entry) === 'own');
  return leadsHere ? code : `${standard} ${code}`;
}

/** The first task of a standard. */
export function firstTask(scope: Scope, standard: Standard): LocalEntry | undefined {
  const code = readLocalCode(standard.duties[0]?.tasks[0]?.code ?? '');
  return code && scope.library.find(standard.code, code);
}
