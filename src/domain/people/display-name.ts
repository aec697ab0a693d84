import { readTypedLine } from '../check-in/note-text.ts';

/** Slack's own limit of a display name, in characters; a directory that is fed from elsewhere may hold longer ones. */
const NAME_LIMIT = 80;

/**
 * What somebody is called: on one line, without characters that hide in a text or turn its direction, and not longer
 * than a name is. Undefined: nothing of it can be read.
 */
export function readDisplayName(name: string): string | undefined {
  const read = readTypedLine(name, Number.POSITIVE_INFINITY);
  const characters = 'text' in read ? Array.from(read.text) : [];
  return characters.length === 0 ? undefined : characters.slice(0, NAME_LIMIT).join('').trim();
}
