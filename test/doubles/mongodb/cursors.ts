import { type Document, Long } from 'bson';
import { CommandFailed } from './command-failed.js';

const FIRST_BATCH = 101;

interface OpenCursor {
  readonly namespace: string;
  readonly documents: readonly Document[];
}

/** Results that are fetched in batches. They do not survive a restart. */
export class Cursors {
  private readonly open = new Map<number, OpenCursor>();
  private lastId = 0;

  /** The first batch of a result, with a cursor for what is left. */
  start(namespace: string, documents: readonly Document[], batchSize: unknown): Document {
    const { batch, id } = this.batch(namespace, documents, typeof batchSize === 'number' ? batchSize : FIRST_BATCH);
    return { cursor: { firstBatch: batch, id, ns: namespace }, ok: 1 };
  }

  /** The next batch. Throws what the server answers when it does not know the cursor. */
  more(cursor: number, batchSize: unknown): Document {
    const found = this.open.get(cursor);
    if (found === undefined) throw new CommandFailed(43, 'CursorNotFound', `cursor id ${cursor} not found`);
    this.open.delete(cursor);
    const { namespace, documents } = found;
    const { batch, id } = this.batch(namespace, documents, Number(batchSize ?? documents.length), cursor);
    return { cursor: { nextBatch: batch, id, ns: namespace }, ok: 1 };
  }

  kill(cursor: number): void {
    this.open.delete(cursor);
  }

  forgetAll(): void {
    this.open.clear();
  }

  private batch(namespace: string, documents: readonly Document[], size: number, known?: number) {
    const batch = documents.slice(0, size);
    if (batch.length === documents.length) return { batch, id: Long.ZERO };
    const id = known ?? (this.lastId += 1);
    this.open.set(id, { namespace, documents: documents.slice(size) });
    return { batch, id: Long.fromNumber(id) };
  }
}
