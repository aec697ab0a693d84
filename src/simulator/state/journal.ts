import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { Entry } from './entry.ts';

export interface Journal {
  append(entry: Entry): void;
  close(): void;
}

export class JournalError extends Error {
  override readonly name = 'JournalError';
}

/**
 * Reads what a journal holds. A last line without its end was being written when the process was killed: it was
 * never answered for, and is ignored. Any other unreadable line throws `JournalError` with its number.
 */
function parseJournal(content: string): { entries: Entry[]; validBytes: number } {
  const complete = content.slice(0, content.lastIndexOf('\n') + 1);
  const lines = complete.split('\n').slice(0, -1);
  const entries = lines.map((line, index) => {
    const entry = Entry.safeParse(parseJson(line));
    if (entry.success) return entry.data;
    throw new JournalError(
      `Line ${index + 1} of the journal cannot be read. Move the file away to start with an empty workspace.`,
      { cause: entry.error },
    );
  });
  return { entries, validBytes: Buffer.byteLength(complete) };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Opens the file for appending, cuts off a torn last line, and returns what it holds so far. */
export function openJournal(file: string): { entries: Entry[]; journal: Journal } {
  mkdirSync(dirname(file), { recursive: true });
  const { entries, validBytes } = parseJournal(existsSync(file) ? readFileSync(file, 'utf8') : '');
  if (existsSync(file)) truncateSync(file, validBytes);
  const descriptor = openSync(file, 'a');
  return {
    entries,
    journal: {
      append: (entry) => {
        writeSync(descriptor, `${JSON.stringify(entry)}\n`);
      },
      close: () => closeSync(descriptor),
    },
  };
}
