import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { KRM, STANDARDS_FOLDER } from '../domain/standard/published-library.ts';
import { sourceBytes } from '../domain/standard/sample-text.ts';
import { runCli } from './run-cli.ts';

describe('an operator imports a standard', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('reads what is in it, and finds the same bytes as those that come with the program', async () => {
    const source = join(STANDARDS_FOLDER, 'sources', `${KRM}.txt`);
    const { code, stdout } = await runCli('standard', 'import', source, '--folder', folder);
    expect(code).toBe(0);
    expect(stdout).toContain('2 versions, 4 duties, 11 tasks, 12 outputs, 31 indicators');
    expect(stdout).toContain('6 knowledge (43 links), 8 skills (38 links), 4 attitudes, 1 note\n');
    const kept = await readFile(join(STANDARDS_FOLDER, `${KRM}.json`));
    expect(await readFile(join(folder, `${KRM}.json`))).toEqual(kept);
    expect(await readFile(join(folder, 'sources', `${KRM}.txt`))).toEqual(sourceBytes(KRM));
  });

  test('may import the kept source itself', async () => {
    await cp(STANDARDS_FOLDER, folder, { recursive: true });
    const source = join(folder, 'sources', `${KRM}.txt`);
    expect((await runCli('standard', 'import', source, '--folder', folder)).code).toBe(0);
    expect(await readFile(source)).toEqual(sourceBytes(KRM));
  });

  test('is told file and line of what cannot be placed, and nothing is written', async () => {
    const file = join(folder, 'odd.txt');
    const lines = sourceBytes(KRM).toString('utf8').split('\n');
    lines.splice(20, 0, '隨便一行');
    await writeFile(file, lines.join('\n'));
    const { code, stderr } = await runCli('standard', 'import', file, '--folder', folder);
    expect(code).toBe(1);
    expect(stderr).toContain(`${file}:21: `);
    expect(stderr).toContain('nothing was written');
    expect(await readdir(folder)).toEqual(['odd.txt']);
  });

  test('a file cut in half writes nothing and leaves what was there', async () => {
    await cp(STANDARDS_FOLDER, folder, { recursive: true });
    const before = await readFile(join(folder, `${KRM}.json`));
    const file = join(folder, 'half.txt');
    await writeFile(file, sourceBytes(KRM).subarray(0, sourceBytes(KRM).length / 2));
    const { code, stderr } = await runCli('standard', 'import', file, '--folder', folder);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/half\.txt:\d+: /)]);
    expect(await readFile(join(folder, `${KRM}.json`))).toEqual(before);
  });

  test('a file that is not there is named', async () => {
    const { code, stderr } = await runCli('standard', 'import', join(folder, 'none.txt'), '--folder', folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining('none.txt cannot be read')]);
  });
});
