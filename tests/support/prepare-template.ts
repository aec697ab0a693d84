/**
 * Migrates one database, in a process of its own: the schema engine keeps a timer of ten seconds for its lock,
 * which the test run need not wait for. `node prepare-template.ts folder PATH` or `… url URL`.
 */
import { openDatabase } from '../../src/storage/database.ts';

const [kind, place] = process.argv.slice(2);
const database = await openDatabase(kind === 'url' ? { url: place } : { folder: place });
await database.close();
process.exit(0);
