import type { Position } from '#event-sourcing';
import type { ProjectionFailed } from './projection-failed.js';

/** How a projection is doing (design.md section 5, "Status"). */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  /** `building` until it has caught up with the log for the first time since the start. */
  readonly state: 'building' | 'live' | 'stopped';
  /** It runs in this process; otherwise what is told of it is read from its checkpoint. */
  readonly runsHere: boolean;
  /** Everything up to here is contained in its documents. */
  readonly position: Position;
  /**
   * How far it is behind what the process knows of the log: in events (absent where positions cannot tell), and in
   * seconds from the recording of the last event it passed (absent before the first).
   */
  readonly lag: { readonly events?: number; readonly seconds?: number };
  /** Events of its types per second, over the last seconds. */
  readonly rate: number;
  /** How many of its documents wait behind an event that could not be folded; known where it runs. */
  readonly parked?: number;
  /** Why it is stopped. */
  readonly failure?: ProjectionFailed;
  /** It repeats a call to the document store that failed for now. */
  readonly retrying?: { readonly attempt: number; readonly error: string };
}
