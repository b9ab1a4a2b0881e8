import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVENT_CODEC, EVENT_STORE, type EventCodec, type EventStore } from '#event-sourcing';
import { type Actor, maySeeNames } from '#identity';
import { ProjectionEngine } from '#projections';
import { documentHistory } from './document-history.query.js';
import { namedProjection } from '../../named-projection.query.js';
import { explainedEvent } from '../../explain/explained-event.js';
import { type ShownEvent, withoutNames } from './shown-event.js';

/** A page of the events that explain a document, the oldest first. */
export interface Explanation {
  readonly events: readonly ShownEvent[];
  readonly hasNextPage: boolean;
  /** False: older events than the server reads in a request are needed to be sure; the command line has time for them. */
  readonly isComplete: boolean;
}

/** What is asked: which document, which field of it (absent: all), and which page. */
export interface ExplanationWanted {
  readonly projection: string;
  readonly key: string;
  readonly field?: string;
  readonly first: number;
  /** The position of the last event that is known already. */
  readonly after: string;
}

/** "Why does it say that?": the events that changed a document of a read model, or a field of it. */
export class ExplanationQuery extends Query<Explanation> {
  constructor(
    readonly actor: Actor,
    readonly wanted: ExplanationWanted,
  ) {
    super();
  }
}

/** Explains the documents of every projection that runs, those of files and the built-in ones. */
@QueryHandler(ExplanationQuery)
export class ExplanationHandler implements IQueryHandler<ExplanationQuery> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(EVENT_CODEC) private readonly codec: EventCodec,
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
  ) {}

  async execute({ actor, wanted: { key, field, first, after, ...wanted } }: ExplanationQuery): Promise<Explanation> {
    const projection = namedProjection(this.engine, wanted.projection);
    const served = (await this.engine.collection(projection).getMany([key])).get(key);
    const { store, codec } = this;
    const { changes, isComplete } = await documentHistory({ store, codec, projection, key, served });
    const found = changes
      .filter(({ event }) => event.position > after)
      .flatMap((change) => explainedEvent(change, field) ?? []);
    return {
      events: found.slice(0, first).map((event) => (maySeeNames(actor) ? event : withoutNames(event))),
      hasNextPage: found.length > first,
      isComplete,
    };
  }
}
