import { createHash } from 'node:crypto';
import type { StoredEvent } from '#event-sourcing';
import { storedText } from './stored-text.js';

/** Which of two logs still had events when the other had none left; `neither` when both ended, `both` when they part. */
export type Remaining = 'neither' | 'source' | 'target' | 'both';

/** Reads two logs side by side and finds out how far they are the same, event by event and in order. */
export class LogComparison {
  /** How many events agree so far. */
  agreed = 0;
  /** Where the comparison ended; `both` means that the next events of the two differ. */
  remaining: Remaining = 'both';
  /** What the logs hold where they part; absent while they agree. */
  difference: string | undefined;
  private readonly hash = createHash('sha256');

  constructor(
    private readonly source: AsyncIterable<StoredEvent>,
    private readonly target: AsyncIterable<StoredEvent>,
  ) {}

  /** The source's events for as long as the target holds the same. To be iterated once. */
  async *agreeing(): AsyncGenerator<StoredEvent, void, undefined> {
    const source = this.source[Symbol.asyncIterator]();
    const target = this.target[Symbol.asyncIterator]();
    try {
      for (;;) {
        const wanted = given(await source.next());
        const found = given(await target.next());
        if (!this.agree(wanted, found)) return;
        yield wanted;
      }
    } finally {
      await source.return?.();
      await target.return?.();
    }
  }

  /** SHA-256 in hexadecimal over the agreeing events; to be called once, at the end. */
  digest(): string {
    return this.hash.digest('hex');
  }

  private agree(wanted: StoredEvent | undefined, found: StoredEvent | undefined): wanted is StoredEvent {
    this.remaining = remainingOf(wanted, found);
    if (wanted === undefined || found === undefined) {
      if (found !== undefined) this.difference = `the target goes on with ${placeOf(found)} where the source ends`;
      return false;
    }
    const text = storedText(wanted);
    if (text !== storedText(found)) {
      this.difference = `the source has ${placeOf(wanted)}, the target ${placeOf(found)}`;
      return false;
    }
    this.hash.update(`${text}\n`);
    this.agreed += 1;
    return true;
  }
}

function given(result: IteratorResult<StoredEvent, unknown>): StoredEvent | undefined {
  return result.done === true ? undefined : result.value;
}

function remainingOf(source: StoredEvent | undefined, target: StoredEvent | undefined): Remaining {
  if (source === undefined) return target === undefined ? 'neither' : 'target';
  return target === undefined ? 'source' : 'both';
}

function placeOf({ type, id, stream, revision }: StoredEvent): string {
  return `${type} ${id} at revision ${String(revision)} of "${stream}"`;
}
