import type { EventStore, Position } from '#event-sourcing';
import { type FoldFailure, failureText, type LogFold } from '#projections';
import type { ReadingProgress } from '../progress/reading-progress.js';
import { CommandFailed } from '../exit-code.js';
import { foldPassage } from '../folding/fold-passage.adapter.js';

/** What is folded, and how. */
export interface FoldOptions {
  /** What messages call it: the projection with its file. */
  readonly name: string;
  readonly types: readonly string[];
  /** Goes on when an event cannot be folded. */
  readonly keepGoing: boolean;
  readonly progress: ReadingProgress;
}

/** How much of the log was read: so many events of the wanted types, and everything up to here. */
export interface FoldedLog {
  readonly events: number;
  readonly upTo: Position;
}

/** So many events of each type are looked at closely: a function that is wrong mostly is at once. */
export const CLOSE_LOOKS = 200;

/**
 * Folds the log as it is now, to its end and no further; a second time for the documents that turn out to be broken, to
 * find the events to blame. Throws {@link CommandFailed} for an event that cannot be folded, and when the documents do not fit
 * into memory.
 */
export async function foldLog(
  store: EventStore,
  fold: LogFold,
  { name, types, keepGoing, progress }: FoldOptions,
): Promise<FoldedLog> {
  const upTo = await store.head();
  const passage = {
    ...{ name, types, upTo, phase: 'folding', progress },
    thrift: 'Fold less (--types, --known-at), keep less in each document',
    ...(!keepGoing && { onFailure: (failure: FoldFailure) => stop(name, failure) }),
  };
  const events = await foldPassage(store, fold, passage);
  const closer = fold.closerLook();
  if (closer !== undefined) {
    await foldPassage(store, closer, passage);
    fold.leaveOut(closer);
  }
  return { events, upTo };
}

function stop(name: string, failure: FoldFailure): never {
  throw new CommandFailed(
    `${name} stopped at ${failureText(failure)}\nMend it, or leave such documents out with --keep-going.`,
  );
}
