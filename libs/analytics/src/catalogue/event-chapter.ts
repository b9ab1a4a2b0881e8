import type { PseudonymKind } from '#event-fields';
import type { DomainEvent, EventDefinitions } from '#event-sourcing';

/** The events of one kind of stream, as a context declares them. */
export interface EventChapter {
  /** The context they belong to, `partnership`. */
  readonly context: string;
  /** How the names of the streams begin, `partnership-`. */
  readonly streams: string;
  /** What an export does with the rest of the names: whether it tells who somebody is. */
  readonly streamIds: 'open' | PseudonymKind;
  readonly definitions: EventDefinitions;
  /** An invented example of each. */
  readonly samples: Readonly<Record<string, DomainEvent>>;
}
