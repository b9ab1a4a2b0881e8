import type { Document } from 'bson';
import { Aggregator, Query } from 'mingo';
import type { CommandTable } from './command-table.js';
import { MINGO } from './stored-collection.js';
import { namespaceOf } from './stored-databases.js';

/** The commands that read documents. */
export const readCommands: CommandTable = {
  find: (command, { databases, cursors }) => {
    const { filter = {}, sort, skip, limit, batchSize, singleBatch } = command;
    const namespace = namespaceOf(command);
    const found = databases.existing(namespace)?.find(filter as Document) ?? [];
    const cursor = new Query({}, MINGO).find<Document>([...found]);
    if (sort !== undefined) cursor.sort(sort as Record<string, 1 | -1>);
    if (typeof skip === 'number') cursor.skip(skip);
    if (typeof limit === 'number' && limit > 0) cursor.limit(limit);
    const documents = cursor.all();
    return cursors.start(
      namespace,
      singleBatch === true && typeof batchSize === 'number' ? documents.slice(0, batchSize) : documents,
      batchSize,
    );
  },
  getMore: ({ getMore, batchSize }, { cursors }) => cursors.more(Number(getMore), batchSize),
  killCursors: (command, { cursors }) => {
    const ids = command['cursors'] as readonly unknown[];
    for (const id of ids) cursors.kill(Number(id));
    return { cursorsKilled: ids, cursorsNotFound: [], cursorsAlive: [], cursorsUnknown: [], ok: 1 };
  },
  count: (command, { databases }) => {
    const found = databases.existing(namespaceOf(command))?.find((command['query'] ?? {}) as Document) ?? [];
    return { n: found.length, ok: 1 };
  },
  aggregate: (command, { databases, cursors }) => {
    const namespace = namespaceOf(command);
    const documents = databases.existing(namespace)?.find({}) ?? [];
    const results = new Aggregator(command['pipeline'] as Document[], MINGO).run<Document>([...documents]);
    return cursors.start(namespace, results, (command['cursor'] as Document)['batchSize']);
  },
};
