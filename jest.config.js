/**
 * Several projects, so that a domain spec never pays for loading Nest: `pure` holds the specs beside the code, `system`
 * the adapters and the whole system from outside, `faults` what becomes of it while its processes die.
 */
const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

export default {
  // Long enough for a slow disk or a busy machine: no test asserts a time. Jest reads it here only, not in a project.
  testTimeout: 180_000,
  // Modules of finished specs stay in the process: over the suites it would grow to V8's
  // limit and spend its time collecting. A worker that has grown so far is replaced by a new one.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: ['<rootDir>/{apps,examples,libs,projections}/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.int\\.spec\\.ts$', '\\.e2e\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'system',
      testMatch: ['<rootDir>/{apps,libs}/**/*.int.spec.ts', '<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/servers/', '<rootDir>/test/faults/'],
    },
    {
      // Only `npm run test:servers`: against the servers that MONGODB_URL and its like name.
      ...shared,
      displayName: 'servers',
      testMatch: ['<rootDir>/test/servers/**/*.spec.ts'],
    },
    {
      // Whole processes over the doubles that die and stall, for minutes; `npm run test:faults` runs them alone.
      ...shared,
      displayName: 'faults',
      testMatch: ['<rootDir>/test/faults/**/*.spec.ts'],
    },
  ],
};
