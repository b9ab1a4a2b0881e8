import type { Found, ReadableCollection } from './document-store.js';
import type { Filter } from './filter.js';
import { type Keyset, keysetOf } from './sort-order.js';

/** Which documents are read, and how many at a time. */
export interface DocumentPages<Document extends object> {
  /** Absent: all of them. */
  readonly filter?: Filter<Document>;
  readonly limit: number;
}

/** Every document that a filter selects, by id, a page at a time; no page is empty. Throws what the document store throws. */
export async function* documentPages<Document extends object>(
  collection: Pick<ReadableCollection<Document>, 'find'>,
  pages: DocumentPages<Document>,
): AsyncGenerator<readonly Found<Document>[], void, undefined> {
  for (let after: Keyset | undefined; ;) {
    const { documents, hasMore } = await collection.find({ ...pages, ...(after === undefined ? {} : { after }) });
    const last = documents.at(-1);
    if (last === undefined) return;
    yield documents;
    if (!hasMore) return;
    after = keysetOf([], last.id, last.document);
  }
}
