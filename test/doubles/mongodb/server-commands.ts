import type { Document } from 'bson';
import { CommandFailed } from './command-failed.js';
import type { CommandTable } from './command-table.js';
import { namespaceOf } from './stored-databases.js';

const done = (): Document => ({ ok: 1 });

/** The commands about the server, its collections and its indexes. */
export const serverCommands: CommandTable = {
  hello: (_, { hello }) => hello(),
  isMaster: (_, { hello }) => hello(),
  ismaster: (_, { hello }) => hello(),
  ping: done,
  endSessions: done,
  buildInfo: () => ({ version: '7.0.0', versionArray: [7, 0, 0, 0], ok: 1 }),
  saslStart: () => {
    throw new CommandFailed(18, 'AuthenticationFailed', 'Authentication failed.');
  },
  create: (command, { databases }) => {
    databases.open(namespaceOf(command));
    return done();
  },
  createIndexes: (command, { databases }) => {
    const collection = databases.open(namespaceOf(command));
    const before = collection.indexes.size;
    for (const index of command['indexes'] as readonly Document[]) collection.createIndex({ v: 2, ...index });
    return { numIndexesBefore: before, numIndexesAfter: collection.indexes.size, ok: 1 };
  },
  listIndexes: (command, { databases, cursors }) => {
    const namespace = namespaceOf(command);
    const collection = databases.existing(namespace);
    if (collection === undefined) throw new CommandFailed(26, 'NamespaceNotFound', `ns does not exist: ${namespace}`);
    return cursors.start(namespace, [...collection.indexes.values()], undefined);
  },
  listCollections: ({ $db: database }, { databases, cursors }) => {
    const collections = databases.names(String(database)).map((name) => ({ name, type: 'collection', options: {} }));
    return cursors.start(`${String(database)}.$cmd.listCollections`, collections, undefined);
  },
  drop: (command, { databases }) => {
    if (!databases.drop(namespaceOf(command))) throw new CommandFailed(26, 'NamespaceNotFound', 'ns not found');
    return done();
  },
  dropDatabase: ({ $db }, { databases }) => {
    const database = String($db);
    databases.dropDatabase(database);
    return { dropped: database, ok: 1 };
  },
};
