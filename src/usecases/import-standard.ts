import { decodePublishedText, parsePublishedText } from '../domain/standard/parse-published-text.ts';
import type { Standard } from '../domain/standard/standard.ts';
import { saveStandard } from '../storage/standards.ts';

/**
 * Turns a published text into a standard and keeps both in `directory`.
 * @throws {PublishedTextError} with the line that cannot be placed; then nothing is written.
 */
export async function importStandard(bytes: Uint8Array, directory: string): Promise<Standard> {
  const imported = parsePublishedText(decodePublishedText(bytes));
  await saveStandard(directory, imported, bytes);
  return imported;
}
