import type { Position, Projection } from '#event-sourcing';
import type { Collection } from '#document-store';
import type { ParkedEntry } from './parked-entry.js';
import type { ProjectionRunner } from './projection-runner.engine.js';
import type { ProjectionStatus } from './projection-status.js';

/** A projection as this process knows it. */
export interface Known {
  readonly projection: Projection;
  readonly collection: Collection<object>;
  /** What waits of its documents. */
  readonly entries: Collection<ParkedEntry>;
  /** While it runs here. */
  runner?: ProjectionRunner;
  /** Of a projection that runs elsewhere: it has passed what was the end of the log when this process started. */
  hasCaughtUp: boolean;
}

/** Whether it has not caught up with the log since the start. */
export function isBuilding({ runner, hasCaughtUp }: Known): boolean {
  return runner === undefined ? !hasCaughtUp : runner.state === 'building';
}

/** How a projection is doing that runs in another process, as far as its checkpoint tells. */
export function statusElsewhere(
  { projection: { name, version }, hasCaughtUp }: Known,
  position: Position,
  head: Position,
  eventsBetween: ((after: Position, upTo: Position) => number) | undefined,
): ProjectionStatus {
  const lag = eventsBetween === undefined ? {} : { events: eventsBetween(position, head) };
  return { name, version, state: hasCaughtUp ? 'live' : 'building', runsHere: false, position, lag, rate: 0 };
}
