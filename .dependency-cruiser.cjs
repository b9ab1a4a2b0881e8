/**
 * The architecture gate (docs/decisions/0015): who may import whom. Every rule says why it is there and what to do
 * instead; `test/architecture/boundaries.spec.ts` breaks each of them once, so that none is dead.
 *
 * Words: a *context* is a library with a domain (partnership, directory, programme …); a *slice* is a folder of a
 * command or a read model in it; *glue* is a file with a role suffix, everything else is *pure* (CONTRIBUTING.md).
 */
const { drivers, pureNeeds } = require('./.dependency-cruiser.packages.cjs');

const suffixes =
  'adapter|bench|command|controller|e2e\\.spec|engine|guard|handler|input|int\\.spec|module|plugin|query|resolver|spec';
const glue = `\\.(${suffixes})\\.ts$`;
const spec = '\\.spec\\.ts$';
const bench = '\\.bench\\.ts$';
const testing = '(^|/)testing/';
const testCode = [spec, bench, testing, '^test/'];
const contexts = 'partnership|directory|programme|monitoring|audit|analytics';
const index = '^libs/[^/]+/src/(testing/|domain/)?index\\.ts$';
const packages = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];
const outside = [...packages, 'core'];

/** Libraries and files without a role suffix that are not pure by purpose; the same list stands in eslint.config.js. */
const notPure = [
  testing, // doubles and contract suites
  '^libs/graphql/src/', // glue between Nest, Apollo and the contexts as a whole
  '^libs/command-handling/src/command-message\\.ts$', // the CommandBus routes by class
];

const pureElsewhere = pureNeeds.map(({ files }) => files);

/** Which other contexts a context may read; nothing reads back. Audit and analytics read all and need no rule. */
const mayRead = {
  directory: '',
  programme: '',
  partnership: 'programme|directory',
  monitoring: 'partnership|programme|directory',
};

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      comment:
        'Files in a cycle cannot be understood, tested or moved one by one; imports of types count as well. Move what ' +
        'both need into a third file, usually into domain/.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'unsuffixed-file-is-pure',
      severity: 'error',
      comment:
        'A file without a role suffix is pure: no framework, no file system, no package. Put what touches the outside ' +
        'into a .handler, .resolver, .query, .adapter … and pass the values in. Only zod in domain/events*, the ' +
        "decorators of a read model's document and what pureNeeds lists are let through.",
      from: { path: '^libs/[^/]+/src/', pathNot: [glue, ...notPure, ...pureElsewhere] },
      to: { dependencyTypes: outside },
    },
    ...pureNeeds.map(({ name, files, packages: allowed }) => ({
      name: `unsuffixed-file-is-pure-${name}`,
      severity: 'error',
      comment: `A pure file may use only the package that its place is let through for (${allowed}): see pureNeeds.`,
      from: { path: files, pathNot: [glue, ...notPure] },
      to: { dependencyTypes: outside, pathNot: allowed },
    })),
    {
      name: 'pure-knows-no-carrier',
      severity: 'error',
      comment:
        'The libraries that carry (GraphQL, command bus, stores, engine) and the main door of a context load Nest or a ' +
        'driver, and every spec would pay for it. Decisions and domain use #event-sourcing, #calendar, #identity and ' +
        'the pure door of another context (#directory/domain).',
      from: { path: `^libs/(${contexts})/src/(domain|commands)/`, pathNot: [glue, testing] },
      to: {
        path: [
          '^libs/(graphql|command-handling|event-store|document-store|projections)/',
          `^libs/(${contexts})/src/index\\.ts$`,
        ],
      },
    },
    {
      name: 'event-sourcing-is-pure',
      severity: 'error',
      comment:
        'libs/event-sourcing is the floor everything stands on: no other library, node:crypto and what canonical ' +
        'JSON is written with only (its testing/ may use node:assert and Jest). What needs more is an adapter in another library.',
      from: { path: '^libs/event-sourcing/src/', pathNot: [spec, testing] },
      to: { pathNot: ['^libs/event-sourcing/', '^crypto$', '^node_modules/safe-stable-stringify/'] },
    },
    {
      name: 'domain-imports-only-domain',
      severity: 'error',
      comment:
        'Events, state and rejections outlive commands and read models, so domain/ knows neither. It may use its own ' +
        'domain, #event-sourcing, #event-fields, #calendar and the domain of other contexts (#directory/domain, in the direction of ' +
        'context-direction-*); zod in events*. Move the shared part down into domain/.',
      from: { path: '^libs/([^/]+)/src/domain/', pathNot: spec },
      to: {
        path: '^(libs|apps|test)/',
        pathNot: [
          '^libs/$1/src/domain/',
          '^libs/(event-sourcing|event-fields|calendar)/src/index\\.ts$',
          `^libs/(${contexts})/src/domain/index\\.ts$`,
        ],
      },
    },
    ...Object.entries(mayRead).map(([context, others]) => ({
      name: `context-direction-${context}`,
      severity: 'error',
      comment:
        `Contexts depend one way: partnership → programme, directory; monitoring → those; audit, analytics → all. Never back ` +
        `(${context} may read ${others === '' ? 'no other' : others.replaceAll('|', ', ')}). Turn it round: let the ` +
        'other side read the events, or have the handler pass the facts in.',
      from: { path: `^libs/${context}/src/` },
      to: { path: `^libs/(${contexts})/`, pathNot: `^libs/(${[context, others].filter(Boolean).join('|')})/` },
    })),
    {
      name: 'foundation-knows-no-context',
      severity: 'error',
      comment:
        'Stores, engine, GraphQL, identity and calendar serve every context and know none (libs/platform, which puts the ' +
        'process together, is above them all). Pass in what they need ' +
        '(definitions, projections, a function), or move the code into the context.',
      from: { path: '^libs/', pathNot: `^libs/(platform|${contexts})/` },
      to: { path: `^libs/(${contexts})/` },
    },
    {
      name: 'no-slice-to-slice',
      severity: 'error',
      comment:
        'A command or a read model can be read, changed and deleted alone only if no other slice imports it. Move what ' +
        'both need into domain/ (or, for documents of the same question, into one slice).',
      from: { path: '^libs/([^/]+)/src/(?:commands/[^/]+|read-models)/([^/]+)/' },
      to: {
        path: '^libs/[^/]+/src/(?:commands/[^/]+|read-models|reactions)/[^/]+/',
        pathNot: '^libs/$1/src/(?:commands/[^/]+|read-models)/$2/',
      },
    },
    {
      name: 'reaction-only-sends-commands',
      severity: 'error',
      comment:
        'A reaction turns events into commands: it may import their messages, but no read model (which may be behind) ' +
        'and no other reaction.',
      from: { path: '^libs/([^/]+)/src/reactions/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/(?:read-models|reactions)/[^/]+/', pathNot: '^libs/$1/src/reactions/$2/' },
    },
    {
      name: 'library-only-through-its-index',
      severity: 'error',
      comment:
        "Another library is reached by its name in package.json's imports (#event-sourcing): what its index does not " +
        'list is private. Replace the relative path; if a name is missing, add it to that index.',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/', pathNot: '^libs/$1/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'library-only-by-its-name',
      severity: 'error',
      comment:
        'Apps, projection files and system tests reach a library by its name (#event-sourcing), never by a path into it.',
      from: { path: '^(apps|examples|projections|test)/' },
      to: { path: '^libs/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'projection-file-is-alone',
      severity: 'error',
      comment:
        'A projection file is handed over, tried and deleted alone, and runs wherever Accord does: it imports #analytics ' +
        'and nothing else, its spec #analytics/testing and the file itself. If a name is missing, add it to that index.',
      from: { path: '^(examples|projections)/' },
      to: { pathNot: '^libs/analytics/src/(testing/)?index\\.ts$|^(examples|projections)/.*(?<!\\.spec)\\.ts$' },
    },
    {
      name: 'projection-file-imports-no-other',
      severity: 'error',
      comment:
        'Two projection files know nothing of each other: the loader reads them one by one. Repeat the few lines, or bring ' +
        'what both need into #analytics. Only a spec imports a projection file, its own.',
      from: { path: '^(examples|projections)/', pathNot: spec },
      to: { path: '^(examples|projections)/' },
    },
    {
      name: 'no-own-index',
      severity: 'error',
      comment:
        "A library's index is its door for others. Who is inside imports the file itself, otherwise every file hangs " +
        'on every other.',
      from: { path: '^libs/([^/]+)/src/', pathNot: `${index}|${spec}` },
      to: { path: '^libs/$1/src/(domain/)?index\\.ts$' },
    },
    {
      name: 'no-app-to-app',
      severity: 'error',
      comment: 'Apps are deployed alone. What two of them need belongs into a library.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-library-to-app',
      severity: 'error',
      comment: 'Libraries are below the apps. Move the code down, or have the app pass it in.',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    ...drivers.map(({ name, path, home }) => ({
      name: `driver-only-in-its-adapter-${name}`,
      severity: 'error',
      comment: `${name} is exchangeable because only its adapter knows it (${home}). Use the port instead.`,
      from: { pathNot: home },
      to: { path },
    })),
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      comment:
        'Specs, contract suites and doubles are not built and not shipped. Move what production needs out of testing/.',
      from: { pathNot: testCode },
      to: { path: testCode },
    },
    {
      name: 'no-dev-dependency-in-production',
      severity: 'error',
      comment:
        'What is installed only for development is missing in production. Move the package to dependencies, or the ' +
        'code into a spec or testing/.',
      from: { path: '^(apps|libs)/', pathNot: testCode },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      comment: 'A package that package.json does not name is there by accident. Declare it, or do without.',
      from: {},
      // Jest brings it along and has no other door to its globals in ES modules.
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@jest/globals/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'The import leads nowhere: a typing error, or a path past the door of a library (#event-store/sqlite).',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'Nobody imports the file and it imports nobody: delete it, or wire it up.',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '(^|/)main\\.ts$', '(^|/)[^/]+\\.(mjs|cjs|js)$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
