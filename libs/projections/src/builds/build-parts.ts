import type { Collection, DocumentStore } from '#document-store';
import type { Position, Projection } from '#event-sourcing';
import type { Delays } from '../backoff.engine.js';
import type { History } from '../history/history.engine.js';
import type { EventHub } from '../hub/event-hub.engine.js';
import type { ParkedEntry } from '../parking/parked-entry.js';
import type { Parking } from '../parking/parking.engine.js';
import type { SharedWork } from '../sharing/shared-work.engine.js';
import type { Build } from './projection-builds.js';

/** What all builds of a process stand on. */
export interface BuildSurroundings {
  readonly hub: EventHub;
  readonly documents: DocumentStore;
  /** See {@link ProjectionEngineParts.runs}. */
  readonly runs: 'here' | 'elsewhere' | SharedWork;
  readonly delays: Delays;
  readonly now: () => number;
  readonly eventsBetween: ((after: Position, upTo: Position) => number) | undefined;
  /** What people have decided about parked documents of the projection. */
  readonly parking: Parking;
  /** See {@link ProjectionEngineParts.isChecked}. */
  readonly isChecked: boolean;
  /** Told of each document that has to wait from now on. */
  readonly onParked: (entry: ParkedEntry) => void;
  /** The engine stops. */
  readonly stopping: AbortSignal;
}

/** What one build has stored. */
export interface BuildCollections {
  readonly collection: Collection<object>;
  /** The versions of its documents, if they are kept. */
  readonly history?: History;
  /** What waits of its documents. */
  readonly entries: Collection<ParkedEntry>;
}

/** What one build and its partitions stand on. */
export interface BuildParts extends BuildSurroundings, BuildCollections {
  readonly build: Build;
  /** Its code, where this process has it. */
  readonly projection: Projection | undefined;
  /**
   * The end of the log when this process began to look at it: what runs elsewhere has caught up once it has passed this. Absent
   * where nothing runs elsewhere.
   */
  readonly goal: Position | undefined;
}

/** How a build that is to run gets to the log: with the hub from its start, or later, together with others or alone. */
export type Entrance = 'attach' | 'together' | 'alone';
