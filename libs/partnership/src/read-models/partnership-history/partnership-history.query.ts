import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVENT_CODEC, EVENT_STORE, type EventCodec, type EventStore, type Recorded } from '#event-sourcing';
import { badArgument, type Page, type PageArgs, pageSize } from '#graphql';
import { type Actor, isPartnerRep, maySeePartnership } from '#identity';
import type { PartnershipEvent } from '../../domain/events.js';
import type { HistoryDirection } from '../../domain/recording-vocabulary.js';
import { partnershipStream } from '../../domain/stream.js';
import { historyEntry, type HistoryEntry } from './history-entry.js';
import { HistorySentences } from './history-sentences.query.js';
import { historyWindow, type HistoryWindow, isPastWindow } from './history-window.js';
import { isVisibleTo } from './visible-events.js';

/** "Replay the whole history of partnership X": a page of its events; empty when it is not the actor's to see. */
export class PartnershipHistoryQuery extends Query<Page<HistoryEntry>> {
  constructor(
    readonly actor: Actor,
    readonly partnershipId: string,
    readonly order: HistoryDirection,
    readonly page: PageArgs,
  ) {
    super();
  }
}

/** Reads histories straight from the log: what stands here is what was recorded, with no read model between. */
@QueryHandler(PartnershipHistoryQuery)
export class PartnershipHistoryHandler implements IQueryHandler<PartnershipHistoryQuery> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(EVENT_CODEC) private readonly codec: EventCodec,
    @Inject(HistorySentences) private readonly sentences: HistorySentences,
  ) {}

  async execute({ actor, partnershipId, order, page }: PartnershipHistoryQuery): Promise<Page<HistoryEntry>> {
    const { limit, ...wanted } = pageWanted(page);
    const window = historyWindow({ order, ...wanted });
    const found = await this.read(actor, partnershipId, window, limit + 1);
    const events = found.slice(0, limit);
    if (window.reversed) events.reverse();
    const sentences = await this.sentences.of(events, actor);
    const edges = events.map((event, index) => ({
      cursor: String(event.revision),
      node: historyEntry(event, sentences[index] ?? ''),
    }));
    const hasMore = found.length > limit;
    const [startCursor, endCursor] = [edges.at(0)?.cursor, edges.at(-1)?.cursor];
    return {
      edges,
      pageInfo: {
        hasNextPage: wanted.backwards ? wanted.before !== undefined : hasMore,
        hasPreviousPage: wanted.backwards ? hasMore : wanted.after !== undefined,
        ...(startCursor === undefined ? {} : { startCursor }),
        ...(endCursor === undefined ? {} : { endCursor }),
      },
      count: () => this.count(actor, partnershipId),
    };
  }

  private async read(
    actor: Actor,
    partnershipId: string,
    window: HistoryWindow,
    limit: number,
  ): Promise<Recorded<PartnershipEvent>[]> {
    const { direction, from } = window;
    const found: Recorded<PartnershipEvent>[] = [];
    if (!maySeePartnership(actor, partnershipId) || (from !== undefined && from < 0n)) return found;
    const options = { direction, ...(from === undefined ? {} : { from }) };
    for await (const stored of this.store.read(partnershipStream(partnershipId), options)) {
      if (isPastWindow(window, stored.revision)) break;
      const event = this.codec.decode(stored) as Recorded<PartnershipEvent>;
      if (isVisibleTo(actor, event)) found.push(event);
      if (found.length === limit) break;
    }
    return found;
  }

  private async count(actor: Actor, partnershipId: string): Promise<number> {
    if (!isPartnerRep(actor)) {
      const options = { direction: 'backwards', limit: 1 } as const;
      for await (const { revision } of this.store.read(partnershipStream(partnershipId), options))
        return Number(revision) + 1;
      return 0;
    }
    return (await this.read(actor, partnershipId, { direction: 'forwards', reversed: false }, Infinity)).length;
  }
}

function pageWanted({ first, after, last, before }: PageArgs): {
  readonly limit: number;
  readonly backwards: boolean;
  readonly after?: bigint;
  readonly before?: bigint;
} {
  if (typeof first === 'number' && typeof last === 'number')
    throw badArgument('last', 'Page either forwards with first, or backwards with last, not both.');
  const backwards = typeof last === 'number';
  const limit = backwards ? pageSize('last', last) : pageSize('first', first);
  return {
    limit,
    backwards,
    ...(typeof after === 'string' ? { after: revisionAt('after', after) } : {}),
    ...(typeof before === 'string' ? { before: revisionAt('before', before) } : {}),
  };
}

function revisionAt(argument: string, cursor: string): bigint {
  if (/^\d{1,15}$/.test(cursor)) return BigInt(cursor);
  throw badArgument(argument, `${argument} must be a cursor that this history handed out.`);
}
