import { availableParallelism } from 'node:os';
import process from 'node:process';

const suite = {
  testEnvironment: '<rootDir>/test/support/jest/plain-environment.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/.build', '<rootDir>/.sandbox', '<rootDir>/.stryker-tmp'],
  testTimeout: 30_000,
};

/**
 * Everything that writes statements of its own, the stories that people live through, what is told in them of faults,
 * and what many do at once. Over HTTP only: a browser shows nothing that depends on the database.
 */
const ON_SECOND_DATABASE = [
  'adapters/sql/*',
  'acceptance/{main-job,access-request,responsibility-change,large-matrix,holders,evidence,faults,set-up}',
  '{attacks/acknowledging,load/at-once}',
].map(path => `<rootDir>/test/${path}.test.ts`);

/** The same tests once more on MariaDB, when `npm test` has started one; else one skipped test that says why not. */
const secondDatabase = {
  ...suite,
  displayName: 'MariaDB',
  testMatch: process.env.REMIT_TEST_MARIADB
    ? ON_SECOND_DATABASE
    : ['<rootDir>/test/support/without-mariadb.ts'],
  setupFiles: ['<rootDir>/test/support/on-mariadb.ts'],
};

const { REMIT_TEST_MARIADB, REMIT_NO_MARIADB } = process.env;

/** A test that starts a sandbox keeps a processor busy, and takes most of a gigabyte with it. */
const maxWorkers = Math.min(availableParallelism(), 4);

/** @type {import('jest').Config} */
export default REMIT_TEST_MARIADB || REMIT_NO_MARIADB
  ? { testTimeout: 30_000, maxWorkers, projects: [suite, secondDatabase] }
  : { ...suite, maxWorkers };
