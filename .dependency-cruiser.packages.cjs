/** Which packages only some files may know: read by `.dependency-cruiser.cjs` (docs/decisions/0015). */

/** The packages a pure file may use although it is pure: they compute, and only the named files need them. */
const pureNeeds = [
  { name: 'calendar', files: '^libs/calendar/src/calendar\\.ts$', packages: '^node_modules/temporal-polyfill/' },
  { name: 'events', files: '^libs/[^/]+/src/domain/.*events(\\.ts$|/)', packages: '^node_modules/zod/' },
  { name: 'event-fields', files: '^libs/event-fields/src/', packages: '^node_modules/zod/' },
  { name: 'documents', files: '^libs/[^/]+/src/read-models/', packages: '^node_modules/@nestjs/graphql/' },
  {
    name: 'canonical-hash',
    files: '^libs/(event-store/src/codec/|partnership/src/domain/terms-hash\\.ts$)',
    packages: '^crypto$',
  },
  {
    name: 'canonical-json',
    files: '^libs/event-sourcing/src/canonical-json\\.ts$',
    packages: '^node_modules/safe-stable-stringify/',
  },
  { name: 'in-process', files: '^libs/document-store/src/in-process/', packages: '^node_modules/mingo/' },
  { name: 'analysts-door', files: '^libs/analytics/src/index\\.ts$', packages: '^node_modules/@nestjs/graphql/' },
  {
    name: 'spelling',
    files: '^libs/analytics/src/projection-file/nearest-name\\.ts$',
    packages: '^node_modules/leven/',
  },
  { name: 'derived-ids', files: '^libs/event-sourcing/src/derived-ids\\.ts$', packages: '^crypto$' },
  { name: 'keys-to-partitions', files: '^libs/projections/src/folding/partition\\.ts$', packages: '^zlib$' }, // its CRC-32
];

/** A driver or a query engine, and the only places that may know it. */
const drivers = [
  {
    name: 'sqlite',
    path: '^node_modules/(@photostructure/sqlite|better-sqlite3)/|^(node:)?sqlite$',
    home: '^libs/(event-store/src/sqlite|directory/src/vault/sqlite)/',
  },
  {
    name: 'mingo',
    path: '^node_modules/mingo/',
    home: '^(libs/document-store/src/(in-process|testing)|test/doubles/mongodb)/',
  },
  {
    name: 'mongodb',
    path: '^node_modules/mongodb/',
    // Personal data is no document of a read model: the vault has queries of its own over the same connections.
    home: '^(libs/(document-store/src/mongodb|directory/src/vault/mongodb)/|test/bench/(counted-documents|store-servers)\\.ts$)',
  },
  {
    name: 'eventstoredb',
    path: '^node_modules/(@eventstore/db-client|@kurrent/kurrentdb-client)/',
    home: '^(libs/event-store/src/eventstoredb/|test/doubles/eventstoredb/|test/bench/bare-eventstoredb\\.ts$)',
  },
];

module.exports = { pureNeeds, drivers };
