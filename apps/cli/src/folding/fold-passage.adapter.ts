import type { EventStore, Position } from '#event-sourcing';
import type { FoldFailure, LogFold } from '#projections';
import type { ReadingProgress } from '../progress/reading-progress.js';
import { CommandFailed } from '../exit-code.js';
import { tightHeap } from './heap-room.adapter.js';

/** A passage of a fold through the log. */
export interface FoldPassage {
  /** What messages call what is folded. */
  readonly name: string;
  readonly types: readonly string[];
  /** Only what stands behind it; absent: from the first event on. */
  readonly after?: Position;
  readonly upTo: Position;
  /** What it is called while it lasts. */
  readonly phase: string;
  readonly progress: ReadingProgress;
  /** What would make the documents take less memory, a sentence without its end. */
  readonly thrift: string;
  /** Is told of each event that cannot be folded; may throw to end the passage. */
  readonly onFailure?: (failure: FoldFailure) => void;
}

/** After so many events progress is told. */
const PROGRESS_EVERY = 1_000;
/** After so many events the memory is looked at: often enough for documents that are large. */
const HEAP_EVERY = 50;

/**
 * Folds the events of the log up to a position and no further; gives how many there were. Throws {@link CommandFailed} when the
 * documents do not fit into memory, and what the store and `onFailure` throw.
 */
export async function foldPassage(store: EventStore, fold: LogFold, passage: FoldPassage): Promise<number> {
  const { types, after, upTo, phase, progress, onFailure } = passage;
  let events = 0;
  progress.phase(phase, upTo);
  try {
    for await (const stored of store.readAll({ types, ...(after !== undefined && { after }) })) {
      if (stored.position > upTo) break;
      const failure = fold.take(stored);
      if (failure !== undefined) onFailure?.(failure);
      events += 1;
      if (events % HEAP_EVERY === 0) refuseTightHeap(passage, fold, events);
      if (events % PROGRESS_EVERY === 0) progress.advance(PROGRESS_EVERY, stored.position);
    }
  } finally {
    progress.done();
  }
  return events;
}

function refuseTightHeap({ name, thrift }: FoldPassage, { documents }: LogFold, events: number): void {
  const heap = tightHeap();
  if (heap === undefined) return;
  throw new CommandFailed(
    `The documents of ${name} do not fit into memory: after ${String(events)} events, ${String(documents.size)} of them ` +
      `have filled ${String(heap.used)} of ${String(heap.limit)} MiB. ${thrift}, or allow more, for example ` +
      `NODE_OPTIONS=--max-old-space-size=${String(heap.limit * 2)}.`,
  );
}
