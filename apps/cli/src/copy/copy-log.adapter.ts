import {
  type EventStore,
  type EventToAppend,
  type Position,
  RevisionConflict,
  type StoredEvent,
} from '#event-sourcing';
import { verifyLog } from '#event-store';
import { CommandFailed } from '../exit-code.js';
import { type Batch, batchesOf } from './batches.adapter.js';
import { LogComparison } from './log-comparison.adapter.js';
import { OwnEvents } from './own-events.adapter.js';
import type { ReadingProgress } from '../progress/reading-progress.js';

/** A log as it is named to people: never with a password in it. */
export interface NamedLog {
  readonly name: string;
  readonly store: EventStore;
}

/** What is copied from where to where. */
export interface LogCopy {
  readonly source: NamedLog;
  readonly target: NamedLog;
  /** The beginnings of the names of Accord's own streams; others are skipped and counted. */
  readonly ownStreams: readonly string[];
  readonly progress: ReadingProgress;
}

/** What a copy has done, and what comparing both logs from the first event to the last has shown. */
export interface CopyReport {
  /** Events that stood in the target before. */
  readonly found: number;
  readonly copied: number;
  /** Events that are the same in both logs, at the same revisions and in the same order. */
  readonly events: number;
  readonly streams: number;
  /** SHA-256 in hexadecimal over those events: the same for every faithful copy of the same log. */
  readonly digest: string;
  /** Breaks of the hash chains, which the source has as well. */
  readonly chainBreaks: readonly string[];
  /** Events in streams that are not Accord's, by category; they were not copied. */
  readonly skipped: Readonly<Record<string, number>>;
  /** The source got new events after the copy had come to its end. */
  readonly behind: boolean;
}

/**
 * Copies a log in its order. The target has to be the beginning of the source, so a copy that was killed goes on where
 * it stopped: each append is whole or not there, and names the revision that it follows.
 *
 * Throws {@link CommandFailed} when the target holds something else, before anything is written, or when the two differ
 * at the end; and what the stores throw.
 */
export async function copyLog(copy: LogCopy): Promise<CopyReport> {
  try {
    const { found, after } = await comparedStart(copy);
    const copied = await append(copy, after);
    return { found, copied, ...(await verified(copy)) };
  } finally {
    copy.progress.done();
  }
}

function ownEvents({ source, ownStreams }: LogCopy, after?: Position): OwnEvents {
  return new OwnEvents(source.store.readAll(after === undefined ? {} : { after }), ownStreams);
}

/** Reads what the target has already. */
async function comparedStart(copy: LogCopy): Promise<{ readonly found: number; readonly after: Position | undefined }> {
  const { source, target, progress } = copy;
  progress.phase('comparing', await source.store.head());
  const comparison = new LogComparison(ownEvents(copy), target.store.readAll());
  let after: Position | undefined;
  for await (const { position } of comparison.agreeing()) {
    after = position;
    progress.advance(1, position);
  }
  const { agreed: found, difference } = comparison;
  if (difference === undefined) return { found, after };
  throw new CommandFailed(
    `${target.name} holds something else than ${source.name}: after ${String(found)} equal events ${difference}. ` +
      'Name an empty target, or the one that an earlier copy of this log has begun. Nothing was written.',
  );
}

async function append(copy: LogCopy, after: Position | undefined): Promise<number> {
  const { source, progress } = copy;
  progress.phase('copying', await source.store.head());
  let copied = 0;
  for await (const batch of batchesOf(ownEvents(copy, after))) {
    await appendBatch(copy, batch);
    copied += batch.length;
    progress.advance(batch.length, (batch.at(-1) ?? batch[0]).position);
  }
  return copied;
}

async function appendBatch({ source, target }: LogCopy, batch: Batch): Promise<void> {
  const [{ stream, revision }] = batch;
  try {
    await target.store.append(stream, revision === 0n ? 'none' : revision - 1n, batch.map(toAppend));
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    throw new CommandFailed(
      `Revision ${String(revision)} of "${stream}" does not fit into ${target.name}, where the stream is at ${String(error.actual)}: ` +
        `either somebody else writes there, or events are missing in ${source.name}. Stop the other writer and run this again.`,
    );
  }
}

function toAppend({ id, type, data, metadata }: StoredEvent): EventToAppend {
  return { id, type, data, metadata };
}

async function verified(copy: LogCopy): Promise<Omit<CopyReport, 'found' | 'copied'>> {
  const { source, target, progress } = copy;
  progress.phase('verifying', await source.store.head());
  const events = ownEvents(copy);
  const comparison = new LogComparison(events, target.store.readAll());
  const { heads, breaks } = await verifyLog(told(comparison.agreeing(), progress));
  const { agreed, difference, remaining } = comparison;
  if (difference !== undefined)
    throw new CommandFailed(
      `${target.name} is no copy of ${source.name}: after ${String(agreed)} equal events ${difference}. ` +
        'Somebody else wrote to it meanwhile. Copy into an empty target.',
    );
  return {
    events: agreed,
    streams: heads.size,
    digest: comparison.digest(),
    chainBreaks: breaks.map(({ message }) => message),
    skipped: events.skipped,
    behind: remaining === 'source',
  };
}

async function* told(
  events: AsyncIterable<StoredEvent>,
  progress: ReadingProgress,
): AsyncGenerator<StoredEvent, void, undefined> {
  for await (const event of events) {
    progress.advance(1, event.position);
    yield event;
  }
}
