import { type AnyBulkWriteOperation, type Collection as DriverCollection, MongoBulkWriteError } from 'mongodb';
import type { Collection, FindOptions, Found, Page, PipelineStage, Stored } from '../document-store.js';
import type { Filter } from '../filter.js';
import { DocumentUnstorable } from './document-unstorable.js';
import { type OrderedField, rowsBeyond, totalOrder } from './keyset-range.js';
import { DUPLICATE_KEY } from './mongo-fault.adapter.js';
import type { MongoSession } from './mongo-session.adapter.js';
import { QueryRefused } from './query-refused.js';
import { allHold, checkedPath, type LooseFilter, storedFilter } from './stored-filter.adapter.js';
import { NOT_DELETED, type StoredRecord, unstorableKey } from './stored-record.js';

/** The documents of one projection in a collection of MongoDB. */
export class MongoCollection<Document extends object> implements Collection<Document> {
  private readonly records: DriverCollection<StoredRecord>;

  constructor(
    private readonly session: MongoSession,
    readonly name: string,
  ) {
    this.records = session.database.collection<StoredRecord>(name);
  }

  async getMany(ids: readonly string[]): Promise<ReadonlyMap<string, Stored<Document>>> {
    return this.session.read(async () => {
      const found = new Map<string, Stored<Document>>();
      if (ids.length === 0) return found;
      const records = this.records.find({ _id: { $in: ids } }, { batchSize: ids.length + 1 });
      for (const { _id: id, document, position } of await records.toArray())
        found.set(id, { id, document: document as Document | undefined, position });
      return found;
    });
  }

  async write(changes: readonly Stored<Document>[]): Promise<void> {
    for (const { id, document } of changes) {
      const key = unstorableKey(document);
      if (key !== undefined) throw new DocumentUnstorable(this.name, id, key);
    }
    await this.session.write(async () => {
      const inTheWay = await this.replace(changes, true);
      // The taken id may be that of another writer's insert from before: whether it is behind shows now that it is there.
      await this.replace(inTheWay, false);
    });
  }

  async get(id: string): Promise<Document | undefined> {
    return this.session.read(async () => {
      // Asked with an operator, so that an id that is none, but looks like one, selects nothing.
      const record = await this.records.findOne({ _id: { $eq: id } });
      return record?.document as Document | undefined;
    });
  }

  async find(options: FindOptions<Document>): Promise<Page<Document>> {
    return this.session.read(async () => {
      const { sort = [], direction = 'forwards', limit } = options;
      const backwards = direction === 'backwards';
      const order = totalOrder(sort, checkedPath);
      const query = pageQuery(options, order, backwards);
      if (query === undefined) return { documents: [], hasMore: false };
      const records = await this.records
        .find(query, { limit: limit + 1, batchSize: limit + 2 })
        .sort(new Map(order.map(({ path, ascending }) => [path, ascending === backwards ? -1 : 1])))
        .toArray();
      const documents = records.slice(0, limit).map(foundIn<Document>);
      return { documents: backwards ? documents.reverse() : documents, hasMore: records.length > limit };
    });
  }

  async count(filter?: Filter<Document>): Promise<number> {
    return this.session.read(() => this.records.countDocuments(selecting(filter)));
  }

  async aggregate<Result extends object>(pipeline: readonly PipelineStage[]): Promise<readonly Result[]> {
    const wholeDocument = { $replaceWith: { $mergeObjects: ['$document', { _id: '$_id' }] } };
    const stages = [{ $match: selectingFirst(pipeline[0]) }, wholeDocument, ...pipeline];
    return this.session.read(() => this.records.aggregate<Result>(stages).toArray());
  }

  /** One bulk write; gives the changes whose id was taken. */
  private async replace(changes: readonly Stored<Document>[], upsert: boolean): Promise<readonly Stored<Document>[]> {
    if (changes.length === 0) return [];
    try {
      await this.records.bulkWrite(
        changes.map((change) => replacement(change, upsert)),
        { ordered: false },
      );
      return [];
    } catch (error) {
      const indexes = error instanceof MongoBulkWriteError ? takenIds(error) : undefined;
      if (indexes === undefined) throw error;
      return indexes.flatMap((index) => changes[index] ?? []);
    }
  }
}

/** Replaces what is behind; as an upsert, it inserts where there is nothing behind, which fails where something is. */
function replacement({ id, document, position }: Stored<object>, upsert: boolean): AnyBulkWriteOperation<StoredRecord> {
  const record = document === undefined ? { position } : { position, document };
  return { replaceOne: { filter: { _id: id, position: { $lt: position } }, replacement: record, upsert } };
}

/** Which writes failed because their id was taken; `undefined` if anything else went wrong. */
function takenIds(error: MongoBulkWriteError): readonly number[] | undefined {
  const faults = [error.writeErrors].flat();
  const isAll = faults.length > 0 && faults.every(({ code }) => code === DUPLICATE_KEY);
  return isAll && error.result.getWriteConcernError() === undefined ? faults.map(({ index }) => index) : undefined;
}

function selecting(filter: LooseFilter | undefined): LooseFilter {
  return allHold([NOT_DELETED, ...(filter === undefined ? [] : [storedFilter(filter)])]);
}

/** A pipeline's leading `$match` in front of everything else, where it can be asked of the records: for their indexes. */
function selectingFirst(stage: PipelineStage | undefined): LooseFilter {
  try {
    return selecting(stage?.['$match'] as LooseFilter | undefined);
  } catch (error) {
    if (error instanceof QueryRefused) return NOT_DELETED;
    throw error;
  }
}

/**
 * The rows of a page. MongoDB answers an `$or` whose every branch is one index range in the order of the sort by merging
 * those ranges, so each alternative repeats the whole filter. `undefined`: there can be none.
 */
function pageQuery(
  { filter, after, before }: Pick<FindOptions<object>, 'filter' | 'after' | 'before'>,
  order: readonly OrderedField[],
  backwards: boolean,
): LooseFilter | undefined {
  const behind = after && rowsBeyond(order, after, 'behind');
  const inFront = before && rowsBeyond(order, before, 'before');
  const [leading, ...others] = (backwards ? [inFront, behind] : [behind, inFront]).filter((rows) => rows !== undefined);
  if (leading === undefined) return selecting(filter);
  if (leading.length === 0 || others.some((rows) => rows.length === 0)) return undefined;
  const conditions = [selecting(filter), ...others.map((rows) => ({ $or: rows }))];
  return { $or: leading.map((alternative) => allHold([...conditions, alternative])) };
}

function foundIn<Document extends object>({ _id: id, document }: StoredRecord): Found<Document> {
  return { id, document: document as Document };
}
