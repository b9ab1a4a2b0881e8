import type { EventCodec, EventStore, Position, Projection } from '#event-sourcing';
import type { ReadingProgress } from '../progress/reading-progress.js';
import { CommandFailed } from '../exit-code.js';
import { foldPassage } from '../folding/fold-passage.adapter.js';
import type { GraphqlClient } from '../graphql-client.adapter.js';
import { compareDocument, type DocumentDifference } from './document-comparison.js';
import { documentsDigest } from './documents-digest.js';
import { type KeptPage, keptDocuments, keptDocumentsOf } from './kept-documents.js';
import { VerifiedFold } from './verified-fold.js';

/** What is compared. */
export interface VerificationParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly progress: ReadingProgress;
  /** The events that were decided to be passed over: `projection`, document, position. */
  readonly isSkipped: (projection: string, key: string, position: Position) => boolean;
  /** The server whose read models are compared; absent: the log is only folded. */
  readonly client?: GraphqlClient;
  /** Is told of each difference as it is found. */
  readonly onDifference: (projection: string, difference: DocumentDifference) => void;
}

/** What verifying one projection came to. */
export interface Verification {
  readonly projection: string;
  /** Of the code that folded. */
  readonly version: number;
  /** Everything up to here was folded. */
  readonly position: Position;
  /** SHA-256 over the folded documents (documentsDigest). */
  readonly digest: string;
  readonly documents: number;
  readonly compared: number;
  readonly differences: number;
  /** Documents that the projection cannot fold: they are parked in the server. */
  readonly unfoldable: number;
}

const MOST_ROUNDS = 10;

/**
 * Folds a projection afresh from the log and compares the documents that a server has of it, one by one. The server first gets to
 * where the fold ended; documents that it changed meanwhile are compared once the fold has followed. Throws {@link CommandFailed}
 * when the server runs another version, or changes documents faster than they can be compared.
 */
export async function verifyProjection(projection: Projection, parts: VerificationParts): Promise<Verification> {
  const { store, client, progress } = parts;
  const { name, version } = projection;
  const fold = new VerifiedFold(projection, parts.codec, (key, position) => parts.isSkipped(name, key, position));
  let upTo = await store.head();
  await foldOn(fold, projection, parts, { after: store.start, upTo });
  const result = { projection: name, version, position: upTo, digest: documentsDigest(fold.documents) };
  const counts = { documents: fold.documents.size, unfoldable: fold.failed.size };
  if (client === undefined) return { ...result, ...counts, compared: 0, differences: 0 };
  let differences = 0;
  let compared = 0;
  const missing = new Set<string>();
  const check = async (keys: Iterable<string>, pages: AsyncIterable<KeptPage>): Promise<readonly string[]> => {
    const expected = new Set(keys);
    progress.phase(`comparing ${name}`, expected.size);
    const left = await comparePages(expected, told(pages, progress), (key, kept) => {
      if (fold.failed.has(key)) return 'equal';
      compared += 1;
      const found = compareDocument(key, fold.get(key), kept, upTo);
      if (typeof found === 'string') return found;
      // An event behind the fold may have removed it meanwhile: it is missing when it is so twice.
      if (found.kind === 'missing' && !missing.has(key)) {
        missing.add(key);
        return 'unsettled';
      }
      differences += 1;
      parts.onDifference(name, found);
      return 'different';
    });
    progress.done();
    return left;
  };
  let unsettled = await check(fold.documents.keys(), keptDocuments(client.at(upTo), projection));
  for (let round = 1; unsettled.length > 0; round += 1) {
    if (round > MOST_ROUNDS) throw tooFast(name, unsettled);
    const head = await store.head();
    await foldOn(fold, projection, parts, { after: upTo, upTo: head });
    upTo = head;
    unsettled = await check(unsettled, keptDocumentsOf(client.at(upTo), projection, unsettled));
  }
  return { ...result, ...counts, compared, differences };
}

async function foldOn(
  fold: VerifiedFold,
  projection: Projection,
  { store, progress }: VerificationParts,
  { after, upTo }: { readonly after: Position; readonly upTo: Position },
): Promise<void> {
  const { name } = projection;
  await foldPassage(store, fold.fold, {
    ...{ name: `projection "${name}"`, types: Object.keys(projection.on), after, upTo, progress },
    phase: `folding ${name}`,
    thrift: 'Keep less in each document',
  });
}

/** The pages as they come, with progress told of each. */
async function* told(pages: AsyncIterable<KeptPage>, progress: ReadingProgress): AsyncGenerator<KeptPage> {
  for await (const page of pages) {
    progress.advance(page.length);
    yield page;
  }
}

/** Compares what is kept, page by page, and then what should be but is not; gives what cannot be compared yet. */
async function comparePages(
  expected: ReadonlySet<string>,
  pages: AsyncIterable<KeptPage>,
  compare: (key: string, kept: KeptPage[number] | undefined) => 'equal' | 'unsettled' | 'different',
): Promise<readonly string[]> {
  const absent = new Set(expected);
  const unsettled: string[] = [];
  for await (const page of pages)
    for (const kept of page) {
      absent.delete(kept.key);
      if (compare(kept.key, kept) === 'unsettled') unsettled.push(kept.key);
    }
  for (const key of absent) if (compare(key, undefined) === 'unsettled') unsettled.push(key);
  return unsettled;
}

function tooFast(name: string, unsettled: readonly string[]): CommandFailed {
  return new CommandFailed(
    `${name}: ${String(unsettled.length)} documents, such as "${unsettled[0] ?? ''}", are changed faster than they can be compared. ` +
      `Run it again when less is written, or against a copy.`,
  );
}
