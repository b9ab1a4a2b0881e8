import type { Position, Projection } from '#event-sourcing';
import type { Collection } from '#document-store';
import type { Partition } from '../folding/partition.js';
import type { History } from '../history/history.engine.js';
import type { LogEvent } from '../hub/log-event.engine.js';
import type { LogRange } from '../hub/log-reading.engine.js';
import type { ParkedDocuments } from './parked-documents.engine.js';

/** What it takes to fold again what has waited. */
export interface RetryParts {
  readonly projection: Projection;
  readonly types: ReadonlySet<string>;
  readonly collection: Collection<object>;
  /** Of a temporal projection: the versions of its documents. */
  readonly history?: History;
  readonly parked: ParkedDocuments;
  /** Whose documents these are. */
  readonly partition: Partition;
  readonly read: (range: LogRange) => AsyncIterable<LogEvent>;
  readonly isChecked: boolean;
  readonly signal: AbortSignal;
}

/** Something that has waited and is tried again. Both calls may be repeated when they fail. */
export interface Retry {
  /** Reads on up to a position, beside the batches of the projection. */
  advance(upTo: Position): Promise<void>;
  /** Reads the rest and stores what came of it, in turn with the batches. Gives what is to be tried next. */
  finish(upTo: Position): Promise<readonly string[]>;
}
