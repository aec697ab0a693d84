import { readFile } from 'node:fs/promises';
import { ActionableError } from '../../errors.ts';

/**
 * The text of a file in UTF-8.
 *
 * @throws {ActionableError} when it cannot be read or is in another encoding, as Excel's plain CSV is: Big5 in Taiwan.
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file);
  const text = bytes.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(bytes)) return text;
  const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
  throw new ActionableError(
    `${file}:${line}: is not UTF-8 but another encoding, perhaps Big5`,
    'in Excel, save it as "CSV UTF-8 (Comma delimited)", then import that file',
  );
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new ActionableError(`${file} cannot be read`, 'check the name of the file', { cause });
  }
}
