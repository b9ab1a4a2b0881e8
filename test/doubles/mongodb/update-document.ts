import { type Document, EJSON } from 'bson';
import { Aggregator } from 'mingo';
import { update } from 'mingo/updater';
import { CommandFailed } from './command-failed.js';
import { copyOf, MINGO } from './stored-collection.js';

/** The document that an update makes of another: by pipeline, by operators, or by replacing it. */
export function updatedDocument(document: Document, change: Document | Document[]): Document {
  if (Array.isArray(change)) {
    const [result] = new Aggregator(atInstant(change, new Date()) as Document[], MINGO).run<Document>([
      copyOf(document),
    ]);
    return withId(result ?? {}, document['_id']);
  }
  if (!Object.keys(change).some((key) => key.startsWith('$'))) return withId(change, document['_id']);
  const copy = copyOf(document);
  const { $setOnInsert: _onlyInserted, ...operators } = change;
  update(copy, operators);
  return copy;
}

/** The document that an upsert inserts where its filter selects none. */
export function upsertedDocument(filter: Document, change: Document | Document[]): Document {
  if (EJSON.stringify(filter).includes('"$expr"'))
    throw new CommandFailed(224, 'QueryFeatureNotAllowed', '$expr is not allowed in the query predicate for an upsert');
  const equal = Object.entries(filter).filter(([path, condition]) => !path.startsWith('$') && !isOperators(condition));
  const base = Object.fromEntries(equal);
  if (!('_id' in base)) throw new Error('The double inserts by upsert only where the filter names the _id.');
  return updatedDocument(base, asInserted(change));
}

/** What is set only where a document is inserted, set with the rest: mingo does not know it. */
function asInserted(change: Document | Document[]): Document | Document[] {
  if (Array.isArray(change) || !('$setOnInsert' in change)) return change;
  const { $setOnInsert: inserted, ...operators } = change;
  return { ...operators, $set: { ...(operators['$set'] as Document | undefined), ...(inserted as Document) } };
}

function withId(document: Document, id: unknown): Document {
  if ('_id' in document && document['_id'] !== id)
    throw new CommandFailed(
      66,
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  const { _id, ...fields } = document;
  return { _id: id, ...fields };
}

function isOperators(condition: unknown): boolean {
  if (typeof condition !== 'object' || condition === null) return false;
  return Object.keys(condition).some((key) => key.startsWith('$'));
}

/** `$$NOW` is one instant for a whole command; mingo would look at the clock for each field anew. */
function atInstant(expression: unknown, now: Date): unknown {
  if (expression === '$$NOW') return now;
  if (Array.isArray(expression)) return expression.map((element) => atInstant(element, now));
  if (typeof expression !== 'object' || expression === null || expression instanceof Date) return expression;
  const fields = Object.entries(expression).map(([key, value]) => [
    key,
    key === '$literal' ? (value as unknown) : atInstant(value, now),
  ]);
  return Object.fromEntries(fields) as unknown;
}
