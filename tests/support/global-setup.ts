import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createPostgresDatabase, sealPostgresDatabase } from './postgres.ts';

/**
 * Makes one migrated database of each kind for the whole run; every suite works on a copy, because making one
 * takes seconds and copying one does not.
 */
export default async function globalSetup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'competency-bot-tests-'));
  await prepareTemplate('folder', folder);
  process.env.TEMPLATE_FOLDER = folder;
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined) return;
  const name = `competency_bot_template_${process.pid}`;
  await prepareTemplate('url', await createPostgresDatabase(server, name));
  await sealPostgresDatabase(server, name);
  process.env.TEMPLATE_DATABASE = name;
}

async function prepareTemplate(kind: 'folder' | 'url', place: string): Promise<void> {
  const script = fileURLToPath(new URL('./prepare-template.ts', import.meta.url));
  await promisify(execFile)(process.execPath, [script, kind, place]);
}
