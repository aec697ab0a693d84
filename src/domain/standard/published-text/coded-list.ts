import { notesOf } from './clean-text.ts';
import { PublishedTextError } from './published-text-error.ts';
import type { CodedText } from './split-cell.ts';

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly notes?: string[];
}

/** The flat list of knowledge or skills, gathered from the rows that name them. */
export class CodedList {
  readonly #entries = new Map<number, Entry>();

  /**
   * Adds what a cell names and answers its code.
   * @throws {PublishedTextError} when another row gave the same code another name.
   */
  add(entry: CodedText, line: number): string {
    const known = this.#entries.get(entry.number);
    if (known === undefined) {
      this.#entries.set(entry.number, { code: entry.code, name: entry.text, ...notesOf(entry) });
      return entry.code;
    }
    if (known.name !== entry.text) {
      throw new PublishedTextError(
        line,
        `${entry.code} is "${known.name}" above and "${entry.text}" here: compare both with the document`,
      );
    }
    return known.code;
  }

  /** By number, as the published lists are. */
  sorted(): Entry[] {
    return [...this.#entries].sort(([one], [other]) => one - other).map(([, entry]) => entry);
  }
}
