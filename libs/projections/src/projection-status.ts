import type { Position } from '#event-sourcing';
import type { ProjectionFailed } from './folding/projection-failed.js';

/** How one build of a projection is doing. */
export interface BuildStatus {
  readonly version: number;
  /** Under which its documents, checkpoint and lease are kept. */
  readonly readModel: string;
  /** Of the request that began it: `v2` where the code's own version did. */
  readonly request: string;
  /**
   * `building`: it has not caught up with the log for the first time since the start; `live`: it has; `rehearsed`: it has,
   * and waits for a promotion; `paused`; `stopped` in front of an event; `standing`: it is served as it stands, because the
   * code of its version is gone.
   */
  readonly state: 'building' | 'live' | 'rehearsed' | 'paused' | 'stopped' | 'standing';
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
  /** How many of its documents (and streams) wait behind an event that could not be folded; elsewhere: when it was last looked at. */
  readonly parked: number;
  /** How much of the log it has passed, in events; absent where positions cannot tell. */
  readonly done?: { readonly events: number; readonly of: number };
  /** When it will have caught up at the present pace, in seconds; absent where nobody can tell. */
  readonly secondsLeft?: number;
  /** Why it waits for a promotion, where it is `rehearsed`. */
  readonly waitsBecause?: string;
  /** Why it is stopped. */
  readonly failure?: ProjectionFailed;
  /** It repeats a call to the document store that failed for now. */
  readonly retrying?: { readonly attempt: number; readonly error: string };
}

/** How a projection is doing (design.md section 5, "Status"): the build it is read from, and those beside it. */
export interface ProjectionStatus extends BuildStatus {
  readonly name: string;
  /** Being built beside the one that is read. */
  readonly candidate?: BuildStatus;
  /** Kept for going back, until then (milliseconds since 1970). */
  readonly previous?: BuildStatus & { readonly until: number };
}
