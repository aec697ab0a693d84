/** Migrates one database: `node prepare-template.ts folder PATH` or `… url URL`. */
import { openDatabase } from '../../src/storage/database.ts';

const [kind, place] = process.argv.slice(2);
const database = await openDatabase(kind === 'url' ? { url: place } : { folder: place });
await database.close();
