import type { DomainEvent, Recorded } from './event.js';
import type { EventNamed } from './schema.js';

/**
 * A read model as a pure fold (design.md section 5): which events it reads, which documents each of them changes, and
 * how. The functions see nothing but the document and the event: no clock, no other document, no log.
 */
export interface Projection<Document extends object = object, Event extends DomainEvent = DomainEvent> {
  /** The question it answers, kebab-case; also the collection's name. */
  readonly name: string;
  /** Raised whenever the documents of an old version would differ: the engine rebuilds. */
  readonly version: number;
  /**
   * Keeps each document's earlier versions with the interval in which they were current, so that every list can be asked
   * as it was known at an instant. Costs a stored row for each event that changes a document. Absent: only the latest.
   */
  readonly temporal?: boolean;
  /** The file that defines it, for messages. */
  readonly file?: string;
  /** The document's class: its decorators declare GraphQL type and indexes. */
  readonly document: new () => Document;
  /** The id of the document that an event changes; several when it changes several, `[]` when none. */
  readonly key: (event: Recorded<Event>) => string | readonly string[];
  /** For each event type it reads, the document after the event; `undefined` when there is none (any more). */
  readonly on: {
    readonly [Type in Event['type']]?: (
      document: Document | undefined,
      event: Recorded<EventNamed<Event, Type>>,
      key: string,
    ) => Document | undefined;
  };
}

/** Folds one event into one document of a projection; events that it does not read leave the document as it is. */
export function evolveDocument<Document extends object, Event extends DomainEvent>(
  projection: Projection<Document, Event>,
  document: Document | undefined,
  event: Recorded<Event>,
  key: string,
): Document | undefined {
  const evolve = projection.on[event.type as Event['type']] as
    ((document: Document | undefined, event: Recorded<Event>, key: string) => Document | undefined) | undefined;
  return evolve === undefined ? document : evolve(document, event, key);
}
