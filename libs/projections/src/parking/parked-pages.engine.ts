import { type Collection, type Found, type Keyset, keysetOf } from '#document-store';
import type { ParkedEntry } from './parked-entry.js';

/** All that waits of a read model, in pages of so many entries. Throws what the document store throws. */
export async function* parkedPages(
  entries: Pick<Collection<ParkedEntry>, 'find'>,
  limit: number,
): AsyncGenerator<readonly Found<ParkedEntry>[]> {
  let after: Keyset | undefined;
  for (let hasMore = true; hasMore;) {
    const page = await entries.find({ limit, ...(after === undefined ? {} : { after }) });
    yield page.documents;
    const last = page.documents.at(-1);
    if (last !== undefined) after = keysetOf([], last.id, last.document);
    hasMore = page.hasMore;
  }
}
