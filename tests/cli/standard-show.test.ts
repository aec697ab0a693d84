import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { IIS, KRM, STANDARDS_FOLDER } from '../domain/standard/published-library.ts';
import { runCli } from './run-cli.ts';

describe('an operator looks at a standard', () => {
  test('as JSON, exactly as it is kept', async () => {
    const { code, stdout } = await runCli('standard', 'show', KRM, '--json');
    expect(code).toBe(0);
    expect(stdout).toBe(await readFile(join(STANDARDS_FOLDER, `${KRM}.json`), 'utf8'));
    expect(Object.keys(JSON.parse(stdout))).toEqual([
      'code',
      'name',
      'versions',
      'profile',
      'duties',
      'knowledge',
      'skills',
      'attitudes',
      'prerequisites',
      'notes',
    ]);
  });

  test('as an outline with every line of the official text and its source', async () => {
    const { code, stdout } = await runCli('standard', 'show', IIS.toLowerCase());
    expect(code).toBe(0);
    for (const line of [
      `${IIS} 零售電子商務營運人員`,
      '基準級別 3',
      '  T2.2 系統障礙回報',
      '    O2.2.1 系統障礙回報單',
      '    P2.1.3 配合促銷活動的活動折扣條件，更新結帳系統。',
      '  大專以上或具相關工作經歷 2 年以上。',
      '© 勞動部勞動力發展署 iCAP 職能發展應用平台',
    ]) {
      expect(stdout.split('\n')).toContain(line);
    }
  });

  test.each(['KRM', 'krm4224', 'KRM 4224-002', 'ＫＲＭ', 'KRM4224-002v1', '網路購物營運助理'])(
    'by what /competency takes as well: %s',
    async (text) => {
      const { code, stdout } = await runCli('standard', 'show', text);
      expect([code, stdout.split('\n')[0]]).toEqual([0, `${KRM} 網路購物營運助理`]);
    },
  );

  test('a beginning that several have is answered with those', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'show-'));
    try {
      const kept = await readFile(join(STANDARDS_FOLDER, `${KRM}.json`), 'utf8');
      for (const serial of ['002', '003']) {
        await writeFile(join(folder, `${serial}.json`), kept.replaceAll('KRM4224-002', `KRM4224-${serial}`));
      }
      const { code, stdout, stderr } = await runCli('standard', 'show', 'KRM', '--folder', folder);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toBe(`KRM is more than one standard → choose one of: ${KRM}, KRM4224-003v2\n`);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('an unknown code is answered with those that exist', async () => {
    const { code, stdout, stderr } = await runCli('standard', 'show', 'IIS9999-001v1');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(`there is no standard IIS9999-001v1 → choose one of: ${IIS}, ${KRM}\n`);
  });
});
