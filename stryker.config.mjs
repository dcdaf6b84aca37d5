import { fileURLToPath } from 'node:url';

/**
 * Mutates the domain's logic and runs the domain's own tests against it.
 * Left out is what is data and not logic: the work types, fields and domains of the public contract. Their tests spell
 * them out word for word, so a mutant of each word would die at the price of a whole run.
 */
export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.mjs',
    // As CommonJS: Jest keeps every ES module it ever linked, so a worker slows down with each mutant until a mutant
    // that nothing notices times out, and counts as noticed.
    config: {
      testMatch: ['<rootDir>/test/domain/**/*.test.ts'],
      extensionsToTreatAsEsm: [],
      transform: {
        '^.+\\.[jt]s$': [
          '@swc/jest',
          { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
        ],
      },
      moduleNameMapper: { '^canonicalize$': fileURLToPath(import.meta.resolve('canonicalize')) },
      transformIgnorePatterns: ['/node_modules/(?!canonicalize/)'],
    },
  },
  coverageAnalysis: 'perTest',
  mutate: [
    'src/domain/**/*.ts',
    '!src/domain/responsibility/domains.ts',
    '!src/domain/work-type/fields.ts',
    '!src/domain/catalogue/*-request.ts',
    '!src/domain/catalogue/responsibility-change.ts',
  ],
  ignorePatterns: [
    '/.build',
    '/.sandbox',
    '/bench',
    '/docs',
    '/sandbox',
    '/static',
    '/reports',
    '/tools',
    '/test/*',
    '!/test/domain',
    '!/test/support',
  ],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'reports/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  timeoutMS: 8_000,
  thresholds: { high: 95, low: 90, break: 85 },
};
