import { afterAll, beforeAll } from '@jest/globals';
import { type CountingDatabase, openCounting, type Store } from './stores.ts';

/** One database for all tests of the block that asks: opened before the first, gone after the last. */
export function sharedDatabase(store: Store): Omit<CountingDatabase, 'remove'> {
  let opened: CountingDatabase | undefined;
  beforeAll(async () => {
    opened = await openCounting(store);
  });
  afterAll(() => opened?.remove());
  const counting = () => {
    if (opened === undefined) throw new Error('The database is opened before the tests, not before that');
    return opened;
  };
  return {
    get database() {
      return counting().database;
    },
    get place() {
      return counting().place;
    },
    statementsOf: (work) => counting().statementsOf(work),
  };
}
