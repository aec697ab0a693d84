import { type Level, level } from '../standard.ts';
import { PublishedTextError } from './published-text-error.ts';

/** A level cell, `undefined` when it is empty. */
export function readLevel(cell: string, line: number): Level | undefined {
  if (cell === '') return undefined;
  const parsed = level.safeParse(
    /^\d$/u.test(cell.normalize('NFKC')) ? Number(cell.normalize('NFKC')) : cell,
  );
  if (parsed.success) return parsed.data;
  throw new PublishedTextError(line, `"${cell}" is not a level from 1 to 6: compare it with the document`);
}
