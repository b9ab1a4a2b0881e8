import type { Position } from '#event-sourcing';
import type { DocumentStore } from '#document-store';
import type { Delays } from './backoff.engine.js';
import type { EventHub } from './hub/event-hub.engine.js';
import type { ParkedEntry } from './parking/parked-entry.js';
import type { SharedWork } from './sharing/shared-work.engine.js';

/** What {@link ProjectionEngine} stands on. */
export interface ProjectionEngineParts {
  readonly hub: EventHub;
  readonly documents: DocumentStore;
  /** Milliseconds since 1970, for lag, rate and grace time; the system's clock by default. */
  readonly now?: () => number;
  readonly delays?: Delays;
  /** How many events lie between two positions, where a store's positions can tell: the lag in events. */
  readonly eventsBetween?: (after: Position, upTo: Position) => number;
  /**
   * Where projections run: all here (the default), by leases shared with other processes, or only elsewhere. What does
   * not run here is followed by its checkpoint. Who gave the shared work stops it, before the engine.
   */
  readonly runs?: 'here' | 'elsewhere' | SharedWork;
  /**
   * Into how many partitions the documents of each build are divided that begins from now on: so many processes can fold one
   * projection at the same time. A build keeps the number that it began with. 1 by default.
   */
  readonly partitions?: number;
  /** For how long a build that another one has replaced is kept for going back, in milliseconds; an hour by default. */
  readonly graceMs?: number;
  /**
   * Events and documents are frozen, and what the functions of projections return is looked at, so that a mistake is told of
   * at once: in development and tests. `true` by default.
   */
  readonly isChecked?: boolean;
  /** Told of each document that has to wait from now on, for the log. */
  readonly onParked?: (message: string, entry: ParkedEntry) => void;
}
