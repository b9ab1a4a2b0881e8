import type { JsonObject } from './json.js';

/**
 * A fact of the domain as a decision returns it and a fold receives it.
 *
 * `type` is the stored name; `occurredOn` the calendar date on which it happened (`YYYY-MM-DD`, domain.md 2.1 "Time");
 * `data` the payload, plain JSON.
 */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly occurredOn: string;
  readonly data: Data;
}

/** The sides of a partnership, and `SYSTEM` for what nobody decided (scheduler, process managers, import). */
export type ActingSide = 'OWN' | 'PARTNER' | 'SYSTEM';

/** Who decided or recorded something: a user of the identity provider, never a name (domain.md 2.1, envelope). */
export interface EventActor {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly onBehalfOfSide: ActingSide;
}

/** The channel through which a command came in (domain.md 2.1, envelope). */
export type EventSource = 'UI' | 'API' | 'IMPORT' | 'SCHEDULER' | 'SEED';

/**
 * The envelope of every stored event (domain.md 2.1). Correlation and causation use the event server's own names, so
 * that its tools can follow them. `hash` covers the canonical JSON (RFC 8785) of data and metadata without `hash`;
 * `prevHash` is the hash of the event before it in the stream, `null` for the first.
 */
export interface EventMetadata {
  readonly schemaVersion: number;
  /** When the system learned it: server clock, UTC, milliseconds. */
  readonly recordedAt: string;
  /** When it happened: a calendar date. */
  readonly occurredOn: string;
  /** Calendar days from `occurredOn` to the date of `recordedAt`; more than 10 is a late entry. */
  readonly lateDays: number;
  readonly commandId: string;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly actor: EventActor;
  readonly source: EventSource;
  readonly clock: 'REAL' | 'SIMULATED';
  readonly policyVersion?: string;
  readonly prevHash: string | null;
  readonly hash: string;
}

/** A place in the whole log: opaque, fixed width, so that comparing the strings compares the places. */
export type Position = string;

/** An event as an event store takes it: data and metadata are ready to be stored. */
export interface EventToAppend {
  /** UUID; the idempotency key of the append. */
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** An event as an event store returns it, not yet validated or upcast. `revision` counts from 0 in its stream. */
export interface StoredEvent extends EventToAppend {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
}

/** Where and how a decoded event stands in the log. */
export interface Recording {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly metadata: EventMetadata;
}

/** A decoded event with its place and envelope: what folds and projections receive. */
export type Recorded<Event extends DomainEvent = DomainEvent> = Event & Recording;
