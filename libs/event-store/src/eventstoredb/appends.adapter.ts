import {
  appendBytes,
  type AppendResult,
  EventStoreUnavailable,
  EventTooLarge,
  type ExpectedRevision,
  RevisionConflict,
  type SerializedEvent,
} from '#event-sourcing';
import type { ConnectionWatch } from './connection-watch.adapter.js';
import { EventStoreRefused } from './event-store-refused.js';
import type { LogClient } from './log-client.js';
import type { LogReader } from './log-reader.adapter.js';
import { formatPosition } from './log-position.js';
import { type Patience, pause, within } from './retry.adapter.js';
import { actualRevision, faultReason, faultType, sizeLimit, startFault } from './server-fault.js';

/** What appending stands on. */
export interface AppendParts {
  readonly client: LogClient;
  readonly reader: LogReader;
  readonly watch: ConnectionWatch;
  readonly patience: Patience;
  readonly hosts: string;
}

/** How often an append at any revision looks again because somebody else was faster. */
const ROUNDS_AT_ANY = 32;

/**
 * Appends until the outcome is clear. Every failure but a clear refusal may have been written, so it is repeated with
 * the same ids and the revision that was expected first: the server answers what it has stored then, and with another
 * revision it would write it twice.
 */
export class Appends {
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly parts: AppendParts) {}

  append(stream: string, expected: ExpectedRevision, batch: readonly SerializedEvent[]): Promise<AppendResult> {
    const append = expected === 'any' ? this.atAny(stream, batch) : this.at(stream, expected, batch);
    this.underWay.add(append);
    const done = (): void => void this.underWay.delete(append);
    append.then(done, done);
    return append;
  }

  /** Waits for the appends under way. */
  async finish(): Promise<void> {
    await Promise.allSettled([...this.underWay]);
  }

  private async at(
    stream: string,
    expected: 'none' | bigint,
    batch: readonly SerializedEvent[],
  ): Promise<AppendResult> {
    const { client, watch, patience } = this.parts;
    const line = watch.line(`an append to ${stream}`);
    const giveUpAt = Date.now() + patience.appendMs;
    try {
      for (;;) {
        try {
          const { revision, position } = await within(patience.attemptMs, client.append(stream, expected, batch));
          line.recovered();
          return { revision, position: positionText(stream, position) };
        } catch (error) {
          await this.refuse(error, stream, expected, batch);
          const attempt = line.dropped(error);
          const delay = patience.delay(attempt);
          if (Date.now() + delay >= giveUpAt) throw this.unclear(stream, attempt, error);
          await pause(delay, NEVER);
        }
      }
    } finally {
      line.release();
    }
  }

  /** Throws what is a clear refusal; returns when the append may have been stored. */
  private async refuse(
    error: unknown,
    stream: string,
    expected: 'none' | bigint,
    batch: readonly SerializedEvent[],
  ): Promise<void> {
    const limit = sizeLimit(error);
    if (limit !== undefined) throw new EventTooLarge(stream, appendBytes(batch), limit);
    switch (faultType(error) ?? '') {
      case 'wrong-expected-version':
        throw new RevisionConflict(stream, expected, actualRevision(error) ?? (await this.lastRevision(stream)));
      case 'stream-deleted':
        throw new EventStoreRefused(`leads to a log whose stream "${stream}" has a tombstone. Restore a backup.`);
      case 'access-denied':
        throw startFault(error, this.parts.hosts) ?? this.unclear(stream, 1, error);
      default:
    }
  }

  /**
   * The server knows ids again at any revision only as long as it remembers them, and looks at the first alone; the
   * stream itself is looked through instead. No command appends so.
   */
  private async atAny(stream: string, batch: readonly SerializedEvent[]): Promise<AppendResult> {
    for (let round = 0; round < ROUNDS_AT_ANY; round += 1) {
      const { last, found } = await this.lookThrough(stream, batch);
      if (found.size > 0) return firstResult(stream, batch, found, last);
      try {
        return await this.at(stream, last, batch);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    throw new EventStoreUnavailable(`Others kept appending to "${stream}" first. Append again.`);
  }

  private async lookThrough(stream: string, batch: readonly SerializedEvent[]) {
    const ids = new Set(batch.map(({ id }) => id));
    const found = new Map<string, AppendResult>();
    let last: 'none' | bigint = 'none';
    for await (const { id, revision, position } of this.parts.reader.stream(stream, {})) {
      last = revision;
      if (ids.has(id)) found.set(id, { revision, position });
    }
    return { last, found };
  }

  private async lastRevision(stream: string): Promise<'none' | bigint> {
    for await (const { revision } of this.parts.reader.stream(stream, { direction: 'backwards', limit: 1 }))
      return revision;
    return 'none';
  }

  private unclear(stream: string, attempts: number, cause: unknown): EventStoreUnavailable {
    return new EventStoreUnavailable(
      `An append to "${stream}" was tried ${String(attempts)} times at ${this.parts.hosts} without a clear answer ` +
        `(${faultReason(cause)}). Send the command again with the same id.`,
      { cause },
    );
  }
}

const NEVER = new AbortController().signal;

function firstResult(
  stream: string,
  batch: readonly SerializedEvent[],
  found: ReadonlyMap<string, AppendResult>,
  last: 'none' | bigint,
): AppendResult {
  const start = found.get(batch[0]?.id ?? '')?.revision;
  const result = found.get(batch.at(-1)?.id ?? '');
  const isStored =
    start !== undefined && batch.every(({ id }, index) => found.get(id)?.revision === start + BigInt(index));
  if (isStored && result !== undefined) return result;
  throw new RevisionConflict(stream, 'any', last);
}

function positionText(stream: string, position: Parameters<typeof formatPosition>[0] | undefined): string {
  const text = position === undefined ? undefined : formatPosition(position);
  if (text === undefined)
    throw new Error(`The append to "${stream}" was answered without a position that a log can have.`);
  return text;
}
