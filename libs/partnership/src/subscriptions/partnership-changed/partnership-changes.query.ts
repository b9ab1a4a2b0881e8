import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { Position, Recorded } from '#event-sourcing';
import { type Actor, maySeePartnership } from '#identity';
import { EventHub, ProjectionEngine } from '#projections';
import type { PartnershipEvent } from '../../domain/events.js';
import { partnershipStream } from '../../domain/stream.js';
import { HistorySentences } from '../../read-models/partnership-history/history-sentences.query.js';
import { isVisibleTo } from '../../read-models/partnership-history/visible-events.js';
import { Partnership } from '../../read-models/partnership-overview/partnership.js';
import { partnershipOverview } from '../../read-models/partnership-overview/partnership-overview.js';
import { PartnershipQuery } from '../../read-models/partnership-overview/partnerships.query.js';

/** Something that has happened to a partnership, and how it stands then. */
@ObjectType({ description: 'Something that has happened to a partnership.' })
export class PartnershipChange {
  @Field(() => String, { description: 'Its place in the log: subscribe again after it to miss nothing.' })
  readonly position!: string;

  @Field(() => Int)
  readonly revision!: number;

  @Field(() => String, { description: 'The type of the event.' })
  readonly type!: string;

  @Field(() => String, { description: 'What happened, in a sentence.' })
  readonly sentence!: string;

  @Field(() => Partnership, { description: 'As it stands with this change, or with later ones already.' })
  readonly partnership!: Partnership;
}

/** Which changes are wanted: of one partnership, behind a position (by default: from now on). */
export interface ChangesWanted {
  readonly partnershipId: string;
  readonly after?: Position;
}

/** How long a change waits for the read model before the subscription is given up, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** Follows what happens to partnerships: each event once, in order, with the partnership as it stands then. */
@Injectable()
export class PartnershipChanges {
  constructor(
    @Inject(EventHub) private readonly hub: EventHub,
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(HistorySentences) private readonly sentences: HistorySentences,
  ) {}

  /**
   * The changes, until the signal ends them. When the read model stays behind an event, the last thing that comes is the
   * error `READ_MODEL_BEHIND`. Throws `FORBIDDEN` at once for a partnership that is not the actor's to see.
   */
  follow(
    actor: Actor,
    wanted: ChangesWanted,
    signal: AbortSignal,
  ): AsyncGenerator<PartnershipChange | GraphQLError, void> {
    if (!maySeePartnership(actor, wanted.partnershipId)) throw foreign();
    return this.changes(actor, wanted, signal);
  }

  private async *changes(
    actor: Actor,
    { partnershipId, after }: ChangesWanted,
    signal: AbortSignal,
  ): AsyncGenerator<PartnershipChange | GraphQLError, void> {
    const stream = partnershipStream(partnershipId);
    const events = this.hub.follow({ streams: [stream], signal, ...(after === undefined ? {} : { after }) });
    for await (const event of events) {
      // The hub filters by prefix, and prt_1 is one of prt_10.
      if (event.stream !== stream || !isVisibleTo(actor, event)) continue;
      const isThere = await this.engine.waitFor(event.position, [partnershipOverview.name], TIMEOUT_MS, signal);
      if (signal.aborted) return;
      if (!isThere) {
        yield behind(event.position);
        return;
      }
      const change = await this.changeAt(event as Recorded<PartnershipEvent>, actor, partnershipId);
      if (change !== undefined) yield change;
    }
  }

  private async changeAt(
    event: Recorded<PartnershipEvent>,
    actor: Actor,
    partnershipId: string,
  ): Promise<PartnershipChange | undefined> {
    const { position, revision, type } = event;
    const [partnership, [sentence = '']] = await Promise.all([
      this.queries.execute(new PartnershipQuery(actor, partnershipId)),
      this.sentences.of([event], actor),
    ]);
    return partnership && { position, revision: Number(revision), type, sentence, partnership };
  }
}

function foreign(): GraphQLError {
  return new GraphQLError('This partnership is not one of those you represent.', { extensions: { code: 'FORBIDDEN' } });
}

function behind(wanted: Position): GraphQLError {
  return new GraphQLError(
    `The read model has not reached ${wanted} in time. Subscribe again after the last position you have; nothing was lost.`,
    { extensions: { code: 'READ_MODEL_BEHIND', retryable: true } },
  );
}
