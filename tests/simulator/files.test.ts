import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { getJson } from './support/control.ts';
import { AMY, BOT, clientOf, withSimulator } from './support/simulated-company.ts';

const messages = z.array(z.looseObject({ text: z.string(), files: z.array(z.object({ id: z.string() })) }));

/** Sends a text file to Amy as Slack's documentation has it; answers the file's id. */
async function send(simulator: Simulator, content: string): Promise<string> {
  const client = clientOf(simulator);
  await client.conversations.open({ users: AMY.id });
  const { upload_url, file_id } = await client.files.getUploadURLExternal({
    filename: '資料.csv',
    length: Buffer.byteLength(content),
  });
  const uploaded = await fetch(upload_url ?? '', { method: 'POST', body: Buffer.from(content) });
  expect(uploaded.status).toBe(200);
  await client.files.completeUploadExternal({
    files: [{ id: file_id ?? '', title: 'My data' }],
    channel_id: `D${AMY.id.slice(1)}`,
    initial_comment: 'Here it is',
  });
  return file_id ?? '';
}

// https://docs.slack.dev/messaging/working-with-files#uploading_files
test('a file that the app sends stands in the conversation and can be fetched, byte for byte, after a restart too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  const journalFile = join(folder, 'journal.jsonl');
  const content = '\uFEFF"甲","=1"\r\n';
  let fileId = '';
  await withSimulator({ journalFile }, async (simulator) => {
    fileId = await send(simulator, content);
    const said = messages.parse(await getJson(simulator, `/_control/messages?user=${AMY.id}`));
    expect(said).toMatchObject([{ text: 'Here it is', files: [{ id: fileId }] }]);
  });
  await withSimulator({ journalFile }, async ({ url }) => {
    const fetched = await fetch(`${url}/files/${fileId}`);
    expect(Buffer.from(await fetched.arrayBuffer()).toString('utf8')).toBe(content);
    expect(fetched.headers.get('content-disposition')).toContain(encodeURIComponent('資料.csv'));
  });
  rmSync(folder, { recursive: true });
});

test('what was never uploaded is shared nowhere, and an upload that nobody asked for is refused', () =>
  withSimulator({}, async (simulator) => {
    const client = clientOf(simulator);
    await client.conversations.open({ users: AMY.id });
    const { file_id } = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 1 });
    const sharing = client.files.completeUploadExternal({
      files: [{ id: file_id ?? '' }],
      channel_id: `D${AMY.id.slice(1)}`,
    });
    await expect(sharing).rejects.toMatchObject({ data: { error: 'file_not_found' } });
    const stray = await fetch(`${simulator.url}/files/upload/F0`, { method: 'POST', body: 'x' });
    expect(stray.status).toBe(404);
    expect((await fetch(`${simulator.url}/files/F0`)).status).toBe(404);
  }));

test('without files:write nothing can be sent', () =>
  withSimulator({ bot: { ...BOT, scopes: ['chat:write'] } }, async (simulator) => {
    const asking = clientOf(simulator).files.getUploadURLExternal({ filename: 'a.txt', length: 1 });
    await expect(asking).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'files:write' } });
  }));
