// jest strips the types itself; the tests run the same files that the program runs.
export default {
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'json'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  // jest keeps a core for itself otherwise, and on two cores that is half of them.
  maxWorkers: '100%',
  // Ends what hangs. It asserts nothing about time: a busy machine may take several times as long as an idle one.
  testTimeout: 240_000,
};
