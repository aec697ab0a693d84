import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/storage/database.ts';
import { createPostgresDatabase, sealPostgresDatabase } from './postgres.ts';

/**
 * Makes one migrated database of each kind for the whole run; every suite works on a copy, because making one
 * takes seconds and copying one does not.
 */
export default async function globalSetup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'competency-bot-tests-'));
  await (await openDatabase({ folder })).close();
  process.env['TEMPLATE_FOLDER'] = folder;
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) return;
  const name = `competency_bot_template_${process.pid}`;
  const url = await createPostgresDatabase(server, name);
  await (await openDatabase({ url })).close();
  await sealPostgresDatabase(server, name);
  process.env['TEMPLATE_DATABASE'] = name;
}
