/**
 * The editor gate (docs/decisions/0015): typed strictness everywhere, purity by file name. dependency-cruiser guards who
 * imports whom; this file guards what a file may do. `test/architecture/lint-gate.spec.ts` breaks the house rules once
 * each.
 */
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/testing/**/*.ts', 'test/**/*.ts', '**/*.bench.ts'];
const scripts = ['**/*.{js,cjs,mjs}'];

/** What a file is allowed to do besides computing is said by its suffix; a file that has none of these is pure. */
const glue = [
  'adapter',
  'bench',
  'command',
  'controller',
  'e2e.spec',
  'engine',
  'guard',
  'handler',
  'input',
  'int.spec',
  'module',
  'plugin',
  'query',
  'resolver',
  'spec',
].map((suffix) => `libs/**/*.${suffix}.ts`);

/** Libraries and files without a role suffix that are not pure by purpose. Each needs a reason that a reader accepts. */
const notPure = [
  'libs/*/src/testing/**/*.ts', // doubles and contract suites behave like what they stand for: asynchronous, throwing
  'libs/graphql/src/**/*.ts', // the whole library is glue between Nest, Apollo and the contexts: suffixes would say nothing
  'libs/command-handling/src/command-message.ts', // the CommandBus routes by class, so a message has to be one
  'libs/event-sourcing/src/transact.ts', // the port's one orchestrator: waits for the store, clock injected
];

const forEveryFile = [
  {
    selector: 'ExportAllDeclaration',
    message: 'List the names: `export { a, b } from …`. An `export *` hides what a library promises.',
  },
  {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message: 'Export by name, so that a thing is called the same everywhere.',
  },
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a union of string literals (or `as const`); enums do not survive JSON by their names.',
  },
];

const neverInPure = [
  {
    selector: ':function[async=true], AwaitExpression, ForOfStatement[await=true]',
    message: 'A file without a role suffix is pure and never waits. Fetch in the .handler and pass the facts in.',
  },
  {
    selector: 'ThrowStatement',
    message: "A pure file does not throw. An expected refusal is a value: `return rejected('CODE', …)`.",
  },
];

const documentClass = 'ClassDeclaration:has(> Decorator)';
const faultClass = 'ClassDeclaration[superClass.name=/^(Error|[A-Z]\\w*Error)$/]';
const noClass = (exempt) => ({
  selector: `ClassDeclaration:not(${exempt.join(', ')}), ClassExpression`,
  message: 'A pure file holds functions and types; a class only as a fault (extends Error) or a decorated document.',
});

const impure = (name, instead) => ({ name, message: `A file without a role suffix is pure. ${instead}` });
const clock = 'Take `now` and `today` from the DecisionContext; calculate with #calendar.';
const chance = 'Take new ids from the DecisionContext.';
const waiting = 'Whatever waits or repeats belongs into a file with a role suffix.';
const outside = 'What comes from outside is passed in by the file with a role suffix.';
const impureGlobals = [
  impure('Date', clock),
  impure('performance', clock),
  impure('crypto', chance),
  impure('process', outside),
  impure('console', outside),
  impure('fetch', outside),
  impure('globalThis', outside),
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map((name) => impure(name, waiting)),
];
const impureProperties = [
  { object: 'Math', property: 'random', message: `A file without a role suffix is pure. ${chance}` },
  { object: 'Temporal', property: 'Now', message: `A file without a role suffix is pure. ${clock}` },
];

/** ESLint's own recommended rules that neither the compiler nor typescript-eslint covers. */
const coreRules = Object.fromEntries(
  [
    'for-direction',
    'no-async-promise-executor',
    'no-case-declarations',
    'no-compare-neg-zero',
    'no-cond-assign',
    'no-constant-binary-expression',
    'no-control-regex',
    'no-debugger',
    'no-dupe-else-if',
    'no-duplicate-case',
    'no-empty',
    'no-empty-character-class',
    'no-empty-pattern',
    'no-ex-assign',
    'no-extra-boolean-cast',
    'no-global-assign',
    'no-invalid-regexp',
    'no-irregular-whitespace',
    'no-loss-of-precision',
    'no-misleading-character-class',
    'no-prototype-builtins',
    'no-regex-spaces',
    'no-self-assign',
    'no-shadow-restricted-names',
    'no-sparse-arrays',
    'no-unassigned-vars',
    'no-unsafe-finally',
    'no-unsafe-optional-chaining',
    'no-unused-labels',
    'no-unused-private-class-members',
    'no-useless-assignment',
    'no-useless-backreference',
    'no-useless-catch',
    'no-useless-escape',
    'preserve-caught-error',
    'require-yield',
    'use-isnan',
    'valid-typeof',
  ].map((rule) => [rule, 'error']),
);

/** Projection files: an analyst's pure functions with a document; where they are loaded they are known by their file. */
const projectionFiles = ['{examples,projections}/**/*.ts'];
const namedExportsOnly = 'ExportDefaultDeclaration';

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'data/', 'node_modules/', '**/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...coreRules,
      complexity: ['error', 10],
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...forEveryFile],
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    files: ['libs/*/src/**/*.ts'],
    ignores: [...glue, ...notPure],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', ...impureProperties],
      'no-restricted-syntax': ['error', ...forEveryFile, ...neverInPure, noClass([faultClass])],
    },
  },
  {
    files: ['libs/*/src/read-models/**/*.ts'],
    ignores: [...glue, ...notPure],
    rules: { 'no-restricted-syntax': ['error', ...forEveryFile, ...neverInPure, noClass([faultClass, documentClass])] },
  },
  {
    files: projectionFiles,
    ignores: specs,
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', ...impureProperties],
      'no-restricted-syntax': [
        'error',
        ...forEveryFile.filter(({ selector }) => !selector.startsWith(namedExportsOnly)),
        ...neverInPure,
        noClass([documentClass]),
      ],
    },
  },
  {
    files: ['libs/event-sourcing/src/transact.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', ...impureProperties],
    },
  },
  {
    // Documents and inputs are plain JSON; their classes exist to carry decorators and are never asked for a prototype.
    files: ['libs/*/src/**/*.ts', 'apps/*/src/**/*.ts', ...projectionFiles],
    ignores: ['libs/event-sourcing/**'],
    rules: {
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: specs,
    rules: {
      'max-lines': ['error', 500],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['apps/cli/**/*.ts', 'test/bench/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: scripts,
    languageOptions: { globals: globals.node },
    rules: {
      ...coreRules,
      eqeqeq: 'error',
      complexity: ['error', 10],
      'max-lines': ['error', 300],
      'no-undef': 'error',
    },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
