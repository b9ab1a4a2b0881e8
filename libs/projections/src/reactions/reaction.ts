import type { DomainEvent, Recorded } from '#event-sourcing';

/**
 * Something that follows from events by itself: it sends commands (deadlines, handovers). Each event comes in order and
 * at least once, so the commands have to be idempotent: their ids derive from the event's.
 */
export interface Reaction<Event extends DomainEvent = DomainEvent> {
  /** A sentence, kebab-case: `relieve-contacts-when-a-person-leaves`. */
  readonly name: string;
  readonly types: readonly Event['type'][];
  /** Reacts to one event; rejects when it should come again. `signal`: the process stops. */
  handle(event: Recorded<Event>, context: { readonly signal: AbortSignal }): Promise<void>;
}
