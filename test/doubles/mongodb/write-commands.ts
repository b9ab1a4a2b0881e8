import { type Document, EJSON } from 'bson';
import { CommandFailed } from './command-failed.js';
import type { CommandTable } from './command-table.js';
import type { StoredCollection } from './stored-collection.js';
import { namespaceOf } from './stored-databases.js';
import { updatedDocument, upsertedDocument } from './update-document.js';

/** The commands that change documents. */
export const writeCommands: CommandTable = {
  insert: (command, { databases }) => {
    const collection = databases.open(namespaceOf(command));
    return written(command, 'documents', (document) => {
      collection.insert(document);
      return { n: 1 };
    });
  },
  update: (command, { databases }) => {
    const collection = databases.open(namespaceOf(command));
    return written(command, 'updates', (statement) => updateIn(collection, statement));
  },
  delete: (command, { databases }) => {
    const collection = databases.open(namespaceOf(command));
    return written(command, 'deletes', ({ q, limit }) => {
      const found = collection.find(q as Document).slice(0, limit === 1 ? 1 : undefined);
      for (const { _id: id } of found) collection.remove(id);
      return { n: found.length };
    });
  },
  findAndModify: (command, { databases }) => {
    const collection = databases.open(namespaceOf(command));
    const [found] = collection.find(command['query'] as Document);
    if (command['remove'] === true) {
      if (found !== undefined) collection.remove(found['_id']);
      return { value: found ?? null, lastErrorObject: { n: Number(found !== undefined) }, ok: 1 };
    }
    return modified(collection, found, command);
  },
};

interface StatementOutcome {
  readonly n: number;
  readonly nModified?: number;
  readonly upserted?: unknown;
}

/** Carries out the statements of a command in turn: an ordered one ends at the first fault, another goes on behind it. */
function written(command: Document, field: string, carryOut: (statement: Document) => StatementOutcome): Document {
  const writeErrors: Document[] = [];
  const upserted: Document[] = [];
  const totals = { n: 0, nModified: 0 };
  for (const [index, statement] of (command[field] as readonly Document[]).entries()) {
    try {
      const outcome = carryOut(statement);
      totals.n += outcome.n;
      totals.nModified += outcome.nModified ?? 0;
      if (outcome.upserted !== undefined) upserted.push({ index, _id: outcome.upserted });
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      writeErrors.push(error.writeError(index));
      if (command['ordered'] !== false) break;
    }
  }
  return {
    n: totals.n,
    ...(field === 'updates' ? { nModified: totals.nModified } : {}),
    ...(upserted.length > 0 ? { upserted } : {}),
    ...(writeErrors.length > 0 ? { writeErrors } : {}),
    ok: 1,
  };
}

function updateIn(collection: StoredCollection, { q, u, multi, upsert }: Document): StatementOutcome {
  const [filter, change] = [q as Document, u as Document | Document[]];
  const found = collection.find(filter).slice(0, multi === true ? undefined : 1);
  if (found.length === 0) {
    if (upsert !== true) return { n: 0 };
    const document = upsertedDocument(filter, change);
    collection.insert(document);
    return { n: 1, upserted: document['_id'] };
  }
  let nModified = 0;
  for (const document of found) {
    const next = updatedDocument(document, change);
    if (EJSON.stringify(next) === EJSON.stringify(document)) continue;
    collection.replace(next);
    nModified += 1;
  }
  return { n: found.length, nModified };
}

function modified(collection: StoredCollection, found: Document | undefined, command: Document): Document {
  const change = command['update'] as Document | Document[];
  if (found === undefined && command['upsert'] !== true)
    return { value: null, lastErrorObject: { n: 0, updatedExisting: false }, ok: 1 };
  const next =
    found === undefined ? upsertedDocument(command['query'] as Document, change) : updatedDocument(found, change);
  if (found === undefined) collection.insert(next);
  else collection.replace(next);
  const lastErrorObject = {
    n: 1,
    updatedExisting: found !== undefined,
    ...(found === undefined ? { upserted: next['_id'] as unknown } : {}),
  };
  return { value: command['new'] === true ? next : (found ?? null), lastErrorObject, ok: 1 };
}
