import type { PlantedImport, Violation } from './planted-tree.js';

/** An import that breaks rules, and all the rules it breaks. */
export interface Breach extends PlantedImport {
  readonly breaks: readonly string[];
  readonly because: string;
}

const context = 'libs/partnership/src';

/** What the architecture forbids, rule by rule. */
export const breaches: readonly Breach[] = [
  {
    because: 'two files import each other, the second only types',
    from: `${context}/domain/chicken.ts`,
    imports: './egg.js',
    breaks: ['no-cycle'],
  },
  {
    because: 'a decision imports the framework',
    from: `${context}/commands/reviews/framed/framed.ts`,
    imports: '@nestjs/common',
    breaks: ['unsuffixed-file-is-pure'],
  },
  {
    because: 'a decision reads files',
    from: `${context}/commands/reviews/reading/reading.ts`,
    imports: 'node:fs',
    breaks: ['unsuffixed-file-is-pure'],
  },
  {
    because: 'a decision checks with zod, which only events may',
    from: `${context}/commands/reviews/checking/checking.ts`,
    imports: 'zod',
    breaks: ['unsuffixed-file-is-pure'],
  },
  {
    because: 'the calendar uses another package than its own',
    from: 'libs/calendar/src/calendar.ts',
    imports: 'zod',
    breaks: ['unsuffixed-file-is-pure-calendar'],
  },
  {
    because: 'events use another package than zod',
    from: `${context}/domain/events/lifecycle.ts`,
    imports: '@nestjs/graphql',
    breaks: ['unsuffixed-file-is-pure-events'],
  },
  {
    because: 'the pieces of events use another package than zod',
    from: 'libs/event-fields/src/ids.ts',
    imports: 'lru-cache',
    breaks: ['unsuffixed-file-is-pure-event-fields'],
  },
  {
    because: 'a document uses more of Nest than the decorators',
    from: `${context}/read-models/framed/framed.ts`,
    imports: '@nestjs/common',
    breaks: ['unsuffixed-file-is-pure-documents'],
  },
  {
    because: 'the codec reads files',
    from: 'libs/event-store/src/codec/hash-chain.ts',
    imports: 'node:fs',
    breaks: ['unsuffixed-file-is-pure-canonical-hash'],
  },
  {
    because: 'the planner of the document store uses a cache',
    from: 'libs/document-store/src/in-process/planner.ts',
    imports: 'lru-cache',
    breaks: ['unsuffixed-file-is-pure-in-process'],
  },
  {
    because: 'the division of keys into partitions reads files',
    from: 'libs/projections/src/folding/partition.ts',
    imports: 'node:fs',
    breaks: ['unsuffixed-file-is-pure-keys-to-partitions'],
  },
  {
    because: 'the derivation of ids reads files',
    from: 'libs/event-sourcing/src/derived-ids.ts',
    imports: 'node:fs',
    breaks: ['unsuffixed-file-is-pure-derived-ids', 'event-sourcing-is-pure'],
  },
  {
    because: "the analysts' door opens to the file system",
    from: 'libs/analytics/src/index.ts',
    imports: 'node:fs',
    breaks: ['unsuffixed-file-is-pure-analysts-door'],
  },
  {
    because: 'the search for a name that may be meant reads files',
    from: 'libs/analytics/src/projection-file/nearest-name.ts',
    imports: 'node:fs',
    breaks: ['unsuffixed-file-is-pure-spelling'],
  },
  {
    because: 'canonical JSON reads files',
    from: 'libs/event-sourcing/src/canonical-json.ts',
    imports: 'node:fs',
    breaks: ['unsuffixed-file-is-pure-canonical-json', 'event-sourcing-is-pure'],
  },
  {
    because: 'a decision knows the command bus',
    from: `${context}/commands/reviews/carried/carried.ts`,
    imports: '#command-handling',
    breaks: ['pure-knows-no-carrier'],
  },
  {
    because: 'a decision comes through the main door of a context',
    from: `${context}/commands/reviews/greeting/greeting.ts`,
    imports: '#directory',
    breaks: ['pure-knows-no-carrier'],
  },
  {
    because: 'event sourcing uses another library',
    from: 'libs/event-sourcing/src/floor.ts',
    imports: '#calendar',
    breaks: ['event-sourcing-is-pure'],
  },
  {
    because: 'the port uses a package',
    from: 'libs/event-sourcing/src/port.adapter.ts',
    imports: 'zod',
    breaks: ['event-sourcing-is-pure'],
  },
  {
    because: 'the domain knows a command',
    from: `${context}/domain/upside-down.ts`,
    imports: '../commands/reviews/hold-review/hold-review.js',
    breaks: ['domain-imports-only-domain'],
  },
  {
    because: 'the domain knows who asks',
    from: `${context}/domain/nosy.ts`,
    imports: '#identity',
    breaks: ['domain-imports-only-domain'],
  },
  {
    because: 'the directory reads partnerships',
    from: 'libs/directory/src/domain/back.ts',
    imports: '#partnership/domain',
    breaks: ['context-direction-directory'],
  },
  {
    because: 'the programme reads the directory',
    from: 'libs/programme/src/domain/sideways.ts',
    imports: '#directory/domain',
    breaks: ['context-direction-programme'],
  },
  {
    because: 'a partnership reads its monitoring',
    from: `${context}/worried.ts`,
    imports: '../../monitoring/src/score.js',
    breaks: ['context-direction-partnership', 'library-only-through-its-index'],
  },
  {
    because: 'monitoring reads the audit',
    from: 'libs/monitoring/src/score.ts',
    imports: '../../audit/src/histories.js',
    breaks: ['context-direction-monitoring', 'library-only-through-its-index'],
  },
  {
    because: 'the engine knows partnerships',
    from: 'libs/projections/src/partial.engine.ts',
    imports: '#partnership',
    breaks: ['foundation-knows-no-context'],
  },
  {
    because: 'a command imports another command',
    from: `${context}/commands/reviews/borrowing/borrowing.ts`,
    imports: '../hold-review/hold-review.js',
    breaks: ['no-slice-to-slice'],
  },
  {
    because: 'a command of one chapter imports one of another',
    from: `${context}/commands/actions/borrowing/borrowing.ts`,
    imports: '../../reviews/hold-review/hold-review.js',
    breaks: ['no-slice-to-slice'],
  },
  {
    because: 'a read model imports another one',
    from: `${context}/read-models/borrowing/borrowing.ts`,
    imports: '../review-calendar/review-calendar.js',
    breaks: ['no-slice-to-slice'],
  },
  {
    because: 'a reaction reads a read model',
    from: `${context}/reactions/remind-of-reviews/remind-of-reviews.handler.ts`,
    imports: '../../read-models/review-calendar/review-calendar.js',
    breaks: ['reaction-only-sends-commands'],
  },
  {
    because: 'a library goes round the door of another',
    from: 'libs/identity/src/burglar.ts',
    imports: '../../calendar/src/thing.js',
    breaks: ['library-only-through-its-index'],
  },
  {
    because: 'an app goes through a path',
    from: 'apps/api/src/burglar.ts',
    imports: '../../../libs/calendar/src/index.js',
    breaks: ['library-only-by-its-name'],
  },
  {
    because: 'a projection file reads a context',
    from: 'examples/projections/nosy.ts',
    imports: '#partnership',
    breaks: ['projection-file-is-alone'],
  },
  {
    because: 'a projection file reads files',
    from: 'examples/projections/reading.ts',
    imports: 'node:fs',
    breaks: ['projection-file-is-alone'],
  },
  {
    because: 'a projection file imports another one',
    from: 'examples/projections/borrowing.ts',
    imports: './funnel.js',
    breaks: ['projection-file-imports-no-other'],
  },
  {
    because: 'a file imports the index of its own library',
    from: `${context}/roundabout.ts`,
    imports: '#partnership',
    breaks: ['no-own-index'],
  },
  {
    because: 'one app imports another',
    from: 'apps/cli/src/borrowing.ts',
    imports: '../../api/src/burglar.js',
    breaks: ['no-app-to-app'],
  },
  {
    because: 'a library imports an app',
    from: `${context}/climbing.ts`,
    imports: '../../../apps/api/src/burglar.js',
    breaks: ['no-library-to-app'],
  },
  {
    because: 'the engine talks SQL',
    from: 'libs/projections/src/direct.engine.ts',
    imports: '@photostructure/sqlite',
    breaks: ['driver-only-in-its-adapter-sqlite'],
  },
  {
    because: 'the API matches documents itself',
    from: 'apps/api/src/matching.adapter.ts',
    imports: 'mingo',
    breaks: ['driver-only-in-its-adapter-mingo'],
  },
  {
    because: 'the API talks to MongoDB',
    from: 'apps/api/src/mongo.adapter.ts',
    imports: 'mongodb',
    breaks: ['driver-only-in-its-adapter-mongodb'],
  },
  {
    because: 'the API talks to EventStoreDB',
    from: 'apps/api/src/eventstoredb.adapter.ts',
    imports: '@eventstore/db-client',
    breaks: ['driver-only-in-its-adapter-eventstoredb'],
  },
  {
    because: 'production uses a double',
    from: 'apps/api/src/doubled.ts',
    imports: '#event-sourcing/testing',
    breaks: ['no-test-code-in-production'],
  },
  {
    because: 'production imports a spec',
    from: 'apps/api/src/tested.ts',
    imports: './main.spec.js',
    breaks: ['no-test-code-in-production'],
  },
  {
    because: 'production needs a development tool',
    from: 'apps/api/src/random.adapter.ts',
    imports: 'fast-check',
    breaks: ['no-dev-dependency-in-production'],
  },
  {
    because: 'a package is used that nobody declared',
    from: 'apps/api/src/lucky.adapter.ts',
    imports: 'left-pad',
    breaks: ['no-undeclared-package'],
  },
  {
    because: 'an import goes past the door of a library',
    from: 'apps/api/src/lost.ts',
    imports: '#event-store/sqlite',
    breaks: ['no-unresolvable'],
  },
];

/** A file without any import. */
export const orphan: Violation = { rule: 'no-orphan', from: `${context}/domain/forgotten.ts` };

/** What the rules must let through; these imports stand in the same tree. */
export const allowed: readonly PlantedImport[] = [
  { from: `${context}/domain/egg.ts`, imports: './chicken.js', typeOnly: true }, // the cycle is reported once
  { from: `${context}/domain/events.ts`, imports: 'zod' },
  { from: `${context}/domain/events/reviews.ts`, imports: 'zod' },
  { from: 'libs/directory/src/domain/company/events.ts', imports: 'zod' },
  { from: `${context}/domain/import-batch/import-batch-events.ts`, imports: 'zod' },
  { from: `${context}/domain/state.ts`, imports: './events.js' },
  { from: `${context}/domain/state.ts`, imports: '#event-sourcing' },
  { from: `${context}/domain/state.ts`, imports: '#calendar' },
  { from: `${context}/domain/events/reviews.ts`, imports: '#event-fields' },
  { from: `${context}/domain/state.ts`, imports: '#directory/domain' },
  { from: `${context}/domain/state.ts`, imports: '#programme/domain' },
  { from: `${context}/domain/state.spec.ts`, imports: '#event-sourcing/testing' },
  { from: `${context}/domain/state.spec.ts`, imports: 'fast-check' },
  { from: `${context}/commands/reviews/hold-review/hold-review.ts`, imports: '../../../domain/state.js' },
  { from: `${context}/commands/reviews/hold-review/hold-review.handler.ts`, imports: '#directory' },
  { from: `${context}/commands/reviews/hold-review/hold-review.handler.ts`, imports: '@nestjs/cqrs' },
  { from: `${context}/commands/reviews/hold-review/hold-review.handler.ts`, imports: './hold-review.js' },
  { from: `${context}/commands/reviews/hold-review/hold-review.resolver.ts`, imports: '#graphql' },
  { from: `${context}/read-models/review-calendar/review-calendar.ts`, imports: '@nestjs/graphql' },
  { from: `${context}/read-models/review-calendar/review-calendar.ts`, imports: '#document-store' },
  {
    from: `${context}/reactions/hold-missed-reviews/hold-missed-reviews.handler.ts`,
    imports: '../../commands/reviews/hold-review/hold-review.handler.js',
  },
  { from: `${context}/partnership.module.ts`, imports: './read-models/review-calendar/review-calendar.js' },
  { from: 'libs/audit/src/histories.ts', imports: '#partnership' },
  { from: 'libs/analytics/src/index.ts', imports: './thing.js' },
  { from: 'libs/analytics/src/index.ts', imports: '@nestjs/graphql' },
  { from: 'libs/event-store/src/sqlite/sqlite-event-store.adapter.ts', imports: '@photostructure/sqlite' },
  { from: 'libs/event-store/src/sqlite/sqlite-event-store.adapter.ts', imports: '#event-sourcing' },
  { from: 'libs/event-store/src/codec/hash-chain.ts', imports: 'node:crypto' },
  { from: `${context}/domain/terms-hash.ts`, imports: 'node:crypto' },
  { from: 'libs/event-sourcing/src/canonical-json.ts', imports: 'safe-stable-stringify' },
  { from: 'libs/directory/src/vault/sqlite/sqlite-person-vault.adapter.ts', imports: '@photostructure/sqlite' },
  { from: 'libs/directory/src/vault/mongodb/mongo-person-vault.adapter.ts', imports: 'mongodb' },
  { from: 'libs/document-store/src/in-process/matcher.ts', imports: 'mingo' },
  { from: 'libs/document-store/src/mongodb/mongo-document-store.adapter.ts', imports: 'mongodb' },
  { from: 'test/doubles/mongodb/stored-collection.ts', imports: 'mingo' },
  { from: 'examples/projections/funnel.ts', imports: '#analytics' },
  { from: 'examples/projections/funnel.spec.ts', imports: './funnel.js' },
  { from: 'examples/projections/funnel.spec.ts', imports: '#analytics/testing' },
  { from: 'apps/api/src/main.ts', imports: '#partnership' },
  { from: 'apps/api/src/main.spec.ts', imports: './main.js' },
  { from: 'test/whole-system.e2e.spec.ts', imports: '#event-store' },
];

/** The packages that the imports name. */
export const packages = [
  '@eventstore/db-client',
  '@nestjs/common',
  '@nestjs/cqrs',
  '@nestjs/graphql',
  '@photostructure/sqlite',
  'fast-check',
  'left-pad',
  'lru-cache',
  'mingo',
  'mongodb',
  'safe-stable-stringify',
  'zod',
];
