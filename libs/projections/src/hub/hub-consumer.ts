import type { Position } from '#event-sourcing';
import type { LogEvent } from './log-event.engine.js';

/** Events in the order of the log, all of them up to `position` as far as the consumer's types go. */
export interface HubBatch {
  readonly events: readonly LogEvent[];
  readonly position: Position;
  /** The hub has reached the end of the log at least once. */
  readonly isLive: boolean;
}

/** Somebody who is handed every batch, one at a time: the next is read while it works but not handed over before. */
export interface HubConsumer {
  /** The event types it reads: only these are surely among the events while the hub catches up. */
  readonly types: readonly string[];
  /** It has seen everything up to here. */
  readonly after: Position;
  /** Never rejects: what goes wrong is the consumer's to keep. */
  receive(batch: HubBatch): Promise<void>;
}

/** With whom a consumer that joins a running hub is read what it has missed. */
export interface JoinOptions {
  /** Nobody of another one waits until it has caught up; all who name none are one company. */
  readonly company?: string;
  /** Others of the company come within milliseconds. */
  readonly expectsCompany?: boolean;
}
