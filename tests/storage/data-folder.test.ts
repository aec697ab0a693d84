import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { askHolder } from '../../src/storage/data-folder/control-server.ts';
import { findHolder, takeDataFolder } from '../../src/storage/data-folder/data-folder.ts';

const SCRIPT = fileURLToPath(new URL('../support/hold-folder.ts', import.meta.url));

describe('one process at a time on a data folder', () => {
  let folder: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'competency-bot-folder-'));
  });

  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child);
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts a process that takes the folder; answers what it says. */
  async function contender(): Promise<{ child: ChildProcess; said: string }> {
    const child = spawn(process.execPath, [SCRIPT, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    if (child.stdout === null) throw new Error('no output');
    const [said]: unknown[] = await once(child.stdout, 'data');
    return { child, said: String(said).trim() };
  }

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  test('a second one is refused with the folder and a next step', async () => {
    const { child } = await contender();
    await expect(takeDataFolder(folder)).rejects.toMatchObject({
      message: `The data folder ${folder} is in use by the process ${child.pid}`,
      nextStep: expect.stringContaining('DATA_DIR'),
    });
  });

  test('after kill -9 of its holder it is taken over at once', async () => {
    const { child } = await contender();
    await kill(child);
    expect(await findHolder(folder)).toBeUndefined();
    await (await takeDataFolder(folder)).release();
  });

  test('a lock torn by a crash holds nobody off', async () => {
    await writeFile(join(folder, 'lock.json'), '{"pid": 1, "po');
    await (await takeDataFolder(folder)).release();
  });

  test('a pid that lives on as somebody else holds nobody off', async () => {
    await writeFile(join(folder, 'lock.json'), JSON.stringify({ pid: process.pid, port: 9, token: 'old' }));
    await (await takeDataFolder(folder)).release();
  });

  test('of five that find a dead lock at once, one wins', async () => {
    await kill((await contender()).child);
    const said = await Promise.all(Array.from({ length: 5 }, () => contender()));
    expect(said.filter(({ said: words }) => words === 'held')).toHaveLength(1);
    expect(said.filter(({ said: words }) => words.startsWith('refused'))).toHaveLength(4);
  });

  test('whenever many find a dead lock, one wins: nobody takes what somebody has just taken', async () => {
    for (let round = 0; round < 40; round += 1) {
      const place = join(folder, String(round));
      await mkdir(place);
      await writeFile(join(place, 'lock.json'), JSON.stringify({ pid: 1, port: 9, token: 'dead' }));
      const taken = await Promise.allSettled(Array.from({ length: 12 }, () => takeDataFolder(place)));
      const winners = taken.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      expect(winners).toHaveLength(1);
      await winners[0]?.release();
      await (await takeDataFolder(place)).release();
    }
  });

  test('its holder carries out commands of other processes', async () => {
    await contender();
    const holder = await findHolder(folder);
    if (holder === undefined) throw new Error('nobody holds it');
    expect(await askHolder(holder, 'roster import', { dryRun: true })).toEqual({
      output: 'roster import {"dryRun":true}',
      exitCode: 0,
    });
  });

  test('without the token in the lock nobody is heard', async () => {
    await contender();
    const holder = await findHolder(folder);
    const answer = await fetch(`http://127.0.0.1:${holder?.port}/`, {
      headers: { authorization: 'Bearer guess' },
    });
    expect(answer.status).toBe(401);
  });
});
