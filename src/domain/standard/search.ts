import { type Entry, entryTitle } from './entry.ts';

/** Text for comparison only: width, case, runs of spaces, and 臺 as it is written in everyday 台. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('臺', '台').replace(/\s+/gu, ' ').trim();
}

/** An entry with its searchable text, folded once. */
export interface SearchableEntry {
  readonly entry: Entry;
  readonly folded: string;
}

export function searchable(entry: Entry): SearchableEntry {
  return { entry, folded: fold(`${entryTitle(entry).name} ${furtherText(entry)}`) };
}

function furtherText(entry: Entry): string {
  if (entry.kind === 'standard') return entry.standard.profile.description;
  return entry.kind === 'attitude' ? entry.attitude.definition : '';
}

/** The entries that hold every one of the words, in their order. Plain matching, no ranking. */
export function searchEntries(entries: readonly SearchableEntry[], words: string): Entry[] {
  const wanted = fold(words)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  return entries
    .filter(({ folded }) => wanted.every((word) => folded.includes(word)))
    .map(({ entry }) => entry);
}
