import type { DomainEvent, EventMetadata, EventToAppend, Recorded, StoredEvent } from './event.js';

/** The envelope a command gives to its events; version, hashes and lateness are the codec's. */
export type EventOrigin = Omit<EventMetadata, 'schemaVersion' | 'occurredOn' | 'lateDays' | 'prevHash' | 'hash'>;

/** Between the domain's events and their stored form: schema check, upcasting, hash chain. */
export interface EventCodec {
  /** The event types that it reads and writes; absent: whatever comes. */
  readonly types?: ReadonlySet<string>;
  /**
   * The stored form of an event. `prevHash` is the hash at the stream's head, `null` on a new stream.
   * Throws `EventInvalid` when the data does not fit the event's schema: a fault, because commands are validated before.
   */
  encode(event: DomainEvent, id: string, origin: EventOrigin, prevHash: string | null): EventToAppend;
  /** The current form of a stored event. Throws `EventTypeUnknown` or `EventUnreadable`. */
  decode(stored: StoredEvent): Recorded;
  /**
   * As {@link decode}, for twice the speed: the data is believed to fit its schema, which was seen to when it was written. For
   * who only counts and compares: whatever decides or is served decodes.
   */
  decodeUnchecked(stored: StoredEvent): Recorded;
}

/** Injection token of the process's {@link EventCodec}. */
export const EVENT_CODEC = Symbol('EventCodec');
