import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { JournalError } from '../../src/simulator/state/journal.ts';
import { messagesOf } from './support/control.ts';
import { AMY, clientOf, companyOptions, withSimulator } from './support/simulated-company.ts';

let folder = '';
let journalFile = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  journalFile = join(folder, 'slack', 'journal.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true }));

async function postText(text: string): Promise<void> {
  await withSimulator({ journalFile }, async (simulator) => {
    await clientOf(simulator).chat.postMessage({ channel: AMY.id, text });
  });
}

async function textsSeen(): Promise<string[]> {
  let texts: string[] = [];
  await withSimulator({ journalFile }, async (simulator) => {
    texts = (await messagesOf(simulator, AMY.id)).map(({ text }) => text);
  });
  return texts;
}

describe('the journal', () => {
  test('brings messages, edits and deletions back after a restart', async () => {
    await withSimulator({ journalFile }, async (simulator) => {
      const client = clientOf(simulator);
      const first = await client.chat.postMessage({ channel: AMY.id, text: 'one' });
      const second = await client.chat.postMessage({ channel: AMY.id, text: 'two' });
      const channel = String(first.channel);
      await client.chat.update({ channel, ts: String(first.ts), text: 'one, edited' });
      await client.chat.delete({ channel, ts: String(second.ts) });
    });
    expect(await textsSeen()).toEqual(['one, edited']);
  });

  test('is on disk before the app hears that its message was taken', async () => {
    await withSimulator({ journalFile }, async (simulator) => {
      const { ts } = await clientOf(simulator).chat.postMessage({ channel: AMY.id, text: 'kept' });
      expect(readFileSync(journalFile, 'utf8')).toContain(String(ts));
    });
  });

  test('ignores a last line that was torn by a kill, and goes on after it', async () => {
    await postText('whole');
    appendFileSync(journalFile, '{"kind":"message","channel":"D0AMY","mess');
    expect(await textsSeen()).toEqual(['whole']);
    await postText('after');
    expect(await textsSeen()).toEqual(['whole', 'after']);
  });

  test('ignores a line that was torn within a character', async () => {
    await postText('whole');
    appendFileSync(journalFile, Buffer.from('{"kind":"message","text":"字').subarray(0, -1));
    await postText('after');
    expect(await textsSeen()).toEqual(['whole', 'after']);
  });

  test('never repeats a ts after a restart, though the clock has not moved', async () => {
    await postText('one');
    await postText('two');
    const written = readFileSync(journalFile, 'utf8').matchAll(/"ts":"([\d.]+)"/g);
    const stamps = [...written].map(([, ts]) => ts);
    expect(new Set(stamps).size).toBe(stamps.length);
  });

  test('stops the start at a broken line elsewhere, and names the line', async () => {
    await postText('one');
    const lines = readFileSync(journalFile, 'utf8').split('\n');
    writeFileSync(journalFile, [lines[0], '{"kind":"nonsense"}', ...lines.slice(1)].join('\n'));
    const start = startSimulator(companyOptions({ journalFile }));
    await expect(start).rejects.toBeInstanceOf(JournalError);
    await expect(start).rejects.toThrow(/Line 2/);
  });
});
