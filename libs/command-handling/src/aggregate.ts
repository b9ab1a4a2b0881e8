import {
  type DomainEvent,
  evolveDocument,
  type EventActor,
  type Projection,
  type Recorded,
  type StreamFold,
} from '#event-sourcing';

/**
 * An aggregate as command handling needs it: where its events are, what its decisions know, and the document that the
 * API shows of it. The document is folded by the very projection that fills the read model, so both always agree.
 */
export interface Aggregate<State, Document extends object, Event extends DomainEvent> {
  /** Prefix of its ids, `prt`. */
  readonly idPrefix: string;
  readonly stream: (id: string) => string;
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
  readonly projection: Projection<Document, Event>;
}

/** A stream folded for its decisions and for its readers at once. */
export interface FoldedAggregate<State, Document> {
  readonly state: State;
  /** `undefined` until the aggregate exists. */
  readonly document: Document | undefined;
}

/** The fold of an aggregate's stream. */
export function foldOf<State, Document extends object, Event extends DomainEvent>(
  aggregate: Aggregate<State, Document, Event>,
  id: string,
): StreamFold<FoldedAggregate<State, Document>, Event> {
  return {
    initial: { state: aggregate.initial, document: undefined },
    evolve: ({ state, document }, event: Recorded<Event>) => ({
      state: aggregate.evolve(state, event),
      document: evolveDocument(aggregate.projection, document, event, id),
    }),
  };
}

/** The actor of what the system does by itself. */
export const systemActor: EventActor = { userId: 'accord', roles: ['SYSTEM'], onBehalfOfSide: 'SYSTEM' };
