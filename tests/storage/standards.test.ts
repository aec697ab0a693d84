import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parsePublishedText } from '../../src/domain/standard/parse-published-text.ts';
import { ActionableError } from '../../src/errors.ts';
import { formatStandard, loadStandards, saveStandard } from '../../src/storage/standards.ts';
import { sampleText } from '../domain/standard/sample-text.ts';

describe('the folder of standards', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standards-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const sample = parsePublishedText(sampleText());

  test('gives back what was saved, and keeps the source beside it', async () => {
    await saveStandard(folder, sample, Buffer.from(sampleText()));
    expect(await loadStandards(folder)).toEqual([sample]);
    expect(await readFile(join(folder, 'sources', `${sample.code}.txt`), 'utf8')).toBe(sampleText());
    expect((await readdir(folder)).sort()).toEqual([`${sample.code}.json`, 'sources']);
  });

  test('writes the same bytes whatever the order of the properties', () => {
    const { code, ...rest } = sample;
    expect(formatStandard({ ...rest, code })).toBe(formatStandard(sample));
  });

  test('a file cut in half stops the start with its name', async () => {
    const path = join(folder, 'half.json');
    await writeFile(path, formatStandard(sample).slice(0, 500));
    await expect(loadStandards(folder)).rejects.toThrow(ActionableError);
    await expect(loadStandards(folder)).rejects.toThrow(path);
  });

  test('a file that lost a link is not loaded', async () => {
    await writeFile(
      join(folder, 'lost.json'),
      formatStandard(sample).replace('"code": "K01"', '"code": "K02"'),
    );
    await expect(loadStandards(folder)).rejects.toThrow('is not a standard');
  });

  test('a folder that is not there is named', async () => {
    await expect(loadStandards(join(folder, 'nowhere'))).rejects.toThrow('nowhere');
  });
});
