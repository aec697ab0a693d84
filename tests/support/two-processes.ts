import { afterAll, beforeAll, describe } from '@jest/globals';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { sharedDatabase } from './shared-database.ts';
import { STORES } from './stores.ts';

const server = STORES.find(({ isShared }) => isShared);

/**
 * Tests with two processes on one database: that of `counting`, and the one that `other` answers. They need a server,
 * and are skipped where there is none: the embedded database is one process's.
 */
export function describeTwoProcesses(
  tests: (counting: ReturnType<typeof sharedDatabase>, other: () => Database) => void,
): void {
  (server === undefined ? describe.skip : describe)('two processes at once on PostgreSQL', () => {
    let opened: Database | undefined;
    // Asked for first, so that it is closed before the database is gone.
    afterAll(() => opened?.close());
    const counting = sharedDatabase(server ?? STORES[0]);
    beforeAll(async () => {
      opened = await openDatabase(counting.place);
    });
    tests(counting, () => {
      if (opened === undefined) throw new Error('The database is opened before the tests, not before that');
      return opened;
    });
  });
}
