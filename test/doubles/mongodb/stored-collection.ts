import { deserialize, type Document, EJSON, serialize } from 'bson';
import { ProcessingMode, Query } from 'mingo';
import { CommandFailed } from './command-failed.js';

/** A change of what is stored, as the journal keeps it. */
export type StoredChange = { readonly put: Document } | { readonly remove: unknown } | { readonly index: Document };

/** The options of every query: nothing that runs code, and nothing that changes what is stored. */
export const MINGO = { scriptEnabled: false, processingMode: ProcessingMode.CLONE_INPUT } as const;

const ID_INDEX: Document = { v: 2, key: { _id: 1 }, name: '_id_' };

/** The documents of one collection, by `_id`, in the order in which they were inserted. */
export class StoredCollection {
  readonly indexes = new Map<string, Document>([['_id_', ID_INDEX]]);
  private readonly documents = new Map<string, Document>();

  constructor(
    readonly namespace: string,
    /** Told of each change before it is answered. */
    private readonly record: (change: StoredChange) => void,
  ) {}

  /** The documents that a filter selects. They are not to be changed. */
  find(filter: Document): readonly Document[] {
    const query = new Query(filter, MINGO);
    return [...this.candidates(filter)].filter((document) => query.test(document));
  }

  /** Adds a document. Throws what the server answers when its id is taken. */
  insert(document: Document): void {
    if (this.documents.has(keyOf(document['_id'])))
      throw this.duplicateKey('_id_', { _id: document['_id'] as unknown });
    this.put(document);
  }

  /** Stores a document in place of the one with its id. Throws what the server answers when a unique index forbids it. */
  replace(document: Document): void {
    this.put(document);
  }

  remove(id: unknown): void {
    this.apply({ remove: id });
  }

  /** Keeps an index's definition, of which only `unique` has an effect. Throws when the name stands for another one. */
  createIndex(index: Document): void {
    const known = this.indexes.get(index['name'] as string);
    if (known === undefined) this.apply({ index });
    else if (EJSON.stringify(known['key']) !== EJSON.stringify(index['key']))
      throw new CommandFailed(86, 'IndexKeySpecsConflict', `An existing index has the same name: ${known['name']}`);
  }

  /** Takes in a change, and the same again when a journal is read. */
  apply(change: StoredChange, isNew = true): void {
    if ('put' in change) this.documents.set(keyOf(change.put['_id']), change.put);
    else if ('remove' in change) this.documents.delete(keyOf(change.remove));
    else this.indexes.set(change.index['name'] as string, change.index);
    if (isNew) this.record(change);
  }

  private put(document: Document): void {
    for (const index of this.indexes.values()) {
      const key = uniqueKeyIn(index, document);
      if (key === undefined) continue;
      const taken = [...this.documents.values()].some(
        (other) => keyOf(other['_id']) !== keyOf(document['_id']) && uniqueKeyIn(index, other) === key,
      );
      if (taken) throw this.duplicateKey(String(index['name']), key);
    }
    this.apply({ put: document });
  }

  private duplicateKey(index: string, key: unknown): CommandFailed {
    return new CommandFailed(
      11_000,
      'DuplicateKey',
      `E11000 duplicate key error collection: ${this.namespace} index: ${index} dup key: ${EJSON.stringify(key)}`,
    );
  }

  private candidates({ _id }: Document): Iterable<Document> {
    const asked = _id as { readonly $eq?: unknown } | null | undefined;
    const id = typeof asked === 'object' ? asked?.$eq : asked;
    if (typeof id !== 'string') return this.documents.values();
    const found = this.documents.get(keyOf(id));
    return found === undefined ? [] : [found];
  }
}

/** A document that can be changed without changing the one that is stored. */
export function copyOf(document: Document): Document {
  return deserialize(serialize(document));
}

/** What must differ between the documents of a unique index; `undefined` for one that the index does not cover. */
function uniqueKeyIn({ unique, key, partialFilterExpression }: Document, document: Document): string | undefined {
  if (unique !== true) return undefined;
  const covered = new Query((partialFilterExpression ?? {}) as Document, MINGO).test(document);
  if (!covered) return undefined;
  return EJSON.stringify(Object.keys(key as Document).map((field) => (document[field] ?? null) as unknown));
}

function keyOf(id: unknown): string {
  return typeof id === 'string' ? `text ${id}` : EJSON.stringify({ id });
}
