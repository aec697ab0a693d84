import { fileURLToPath } from 'node:url';
import {
  createStandardLibrary,
  type StandardLibrary,
} from '../../../src/domain/standard/standard-library.ts';
import { loadStandards } from '../../../src/storage/standards.ts';

export const IIS = 'IIS3513-005v4';
export const KRM = 'KRM4224-002v2';
export const STANDARDS_FOLDER = fileURLToPath(new URL('../../../data/standards', import.meta.url));

/** The library of the two standards that come with the program. */
export async function loadPublishedLibrary(): Promise<StandardLibrary> {
  return createStandardLibrary(await loadStandards(STANDARDS_FOLDER));
}
