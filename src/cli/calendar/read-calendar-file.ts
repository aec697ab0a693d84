import { readFile } from 'node:fs/promises';
import { ActionableError } from '../../errors.ts';

/**
 * The text of a file of the government, in UTF-8 or Big5.
 *
 * @throws {ActionableError} when it cannot be read or is in neither.
 */
export async function readCalendarFile(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new ActionableError(`${file} cannot be read`, 'check the name of the file', { cause });
  });
  for (const encoding of ['utf-8', 'big5']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one, then.
    }
  }
  throw new ActionableError(
    `${file} is neither UTF-8 nor Big5`,
    'download the CSV again from https://data.gov.tw/dataset/14718',
  );
}
