import type { EventStore, Position } from '#event-sourcing';
import { type FoldFailure, failureText, type LogFold } from '#projections';
import type { CopyProgress } from '../copy/copy-log.adapter.js';
import { CommandFailed } from '../exit-code.js';
import { tightHeap } from './heap-room.adapter.js';

/** What is folded, and how. */
export interface FoldOptions {
  /** What messages call it: the projection with its file. */
  readonly name: string;
  readonly types: readonly string[];
  /** Goes on when an event cannot be folded. */
  readonly keepGoing: boolean;
  readonly progress: CopyProgress;
}

/** How much of the log was read: so many events of the wanted types, and everything up to here. */
export interface FoldedLog {
  readonly events: number;
  readonly upTo: Position;
}

/** So many events of each type are looked at closely: a function that is wrong mostly is at once. */
export const CLOSE_LOOKS = 200;
/** After so many events progress is told. */
const PROGRESS_EVERY = 1_000;
/** After so many events the memory is looked at: often enough for documents that are large. */
const HEAP_EVERY = 50;

/**
 * Folds the log as it is now, to its end and no further; a second time for the documents that turn out to be broken, to
 * find the events to blame. Throws {@link CommandFailed} for an event that cannot be folded, and when the documents do not fit
 * into memory.
 */
export async function foldLog(store: EventStore, fold: LogFold, options: FoldOptions): Promise<FoldedLog> {
  const upTo = await store.head();
  const events = await passage(store, fold, upTo, options);
  const closer = fold.closerLook();
  if (closer !== undefined) {
    await passage(store, closer, upTo, options);
    fold.leaveOut(closer);
  }
  return { events, upTo };
}

async function passage(store: EventStore, fold: LogFold, upTo: Position, options: FoldOptions): Promise<number> {
  const { name, types, keepGoing, progress } = options;
  let events = 0;
  progress.phase('folding', upTo);
  try {
    for await (const stored of store.readAll({ types })) {
      if (stored.position > upTo) break;
      const failure = fold.take(stored);
      if (failure !== undefined && !keepGoing) throw stopped(name, failure);
      events += 1;
      if (events % HEAP_EVERY === 0) refuseTightHeap(name, fold, events);
      if (events % PROGRESS_EVERY === 0) progress.advance(PROGRESS_EVERY, stored.position);
    }
  } finally {
    progress.done();
  }
  return events;
}

function stopped(name: string, failure: FoldFailure): CommandFailed {
  return new CommandFailed(
    `${name} stopped at ${failureText(failure)}\nMend it, or leave such documents out with --keep-going.`,
  );
}

function refuseTightHeap(name: string, { documents }: LogFold, events: number): void {
  const heap = tightHeap();
  if (heap === undefined) return;
  throw new CommandFailed(
    `The documents of ${name} do not fit into memory: after ${String(events)} events, ${String(documents.size)} of them ` +
      `have filled ${String(heap.used)} of ${String(heap.limit)} MiB. Fold less (--types, --known-at), keep less in each ` +
      `document, or allow more, for example NODE_OPTIONS=--max-old-space-size=${String(heap.limit * 2)}.`,
  );
}
