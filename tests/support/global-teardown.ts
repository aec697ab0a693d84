import { rm } from 'node:fs/promises';
import { dropPostgresDatabase } from './postgres.ts';

export default async function globalTeardown(): Promise<void> {
  const folder = process.env.TEMPLATE_FOLDER;
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  const server = process.env.TEST_DATABASE_URL;
  const template = process.env.TEMPLATE_DATABASE;
  if (server !== undefined && template !== undefined) await dropPostgresDatabase(server, template);
}
