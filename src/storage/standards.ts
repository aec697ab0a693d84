import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Standard, standard } from '../domain/standard/standard.ts';
import { ActionableError } from '../errors.ts';

/** Where the published texts are kept, inside the folder of standards. */
const SOURCES = 'sources';

/**
 * All standards in `directory`, ordered by code.
 * @throws {ActionableError} naming the file that cannot be read, or is not a standard.
 */
export async function loadStandards(directory: string): Promise<Standard[]> {
  const names = (await readNames(directory)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map((name) => loadStandard(join(directory, name))));
}

async function readNames(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (cause) {
    throw new ActionableError(`${directory} cannot be read`, 'check the folder of standards', { cause });
  }
}

async function loadStandard(path: string): Promise<Standard> {
  try {
    return standard.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new ActionableError(
      `${path} is not a standard`,
      'write it again with: npm run cli -- standard import FILE',
      { cause },
    );
  }
}

/**
 * Writes a standard and the text it was read from as `<code>.json` and `sources/<code>.txt`. Both are complete
 * before either takes its place, so a failure on the way leaves what was there.
 */
export async function saveStandard(directory: string, value: Standard, source: Uint8Array): Promise<void> {
  await mkdir(join(directory, SOURCES), { recursive: true });
  const files: readonly [path: string, content: string | Uint8Array][] = [
    [join(directory, SOURCES, `${value.code}.txt`), source],
    [join(directory, `${value.code}.json`), formatStandard(value)],
  ];
  const temporary = (path: string) => `${path}.${process.pid}.tmp`;
  try {
    for (const [path, content] of files) await writeFile(temporary(path), content);
    for (const [path] of files) await rename(temporary(path), path);
  } finally {
    for (const [path] of files) await rm(temporary(path), { force: true });
  }
}

/** The bytes of a standard's file: the same standard always gives the same. */
export function formatStandard(value: Standard): string {
  return `${JSON.stringify(standard.parse(value), null, 2)}\n`;
}
