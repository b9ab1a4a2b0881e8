import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { connectionType, type Page, PageArgs, type RequestContext } from '#graphql';
import type { HistoryDirection } from '../../domain/recording-vocabulary.js';
import { HistoryDirectionEnum } from '../../graphql-enums.js';
import { HistoryEntry } from './history-entry.js';
import { PartnershipHistoryQuery } from './partnership-history.query.js';

const { Connection, TotalCountResolver } = connectionType('HistoryEntry', HistoryEntry, 'other nodes');

/** Counts the events of a history when the total is asked for. */
export const HistoryEntryTotalCountResolver = TotalCountResolver;

/** The histories of partnerships. */
@Resolver()
export class PartnershipHistoryResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, {
    description: 'Every event of a partnership, straight from the log; empty for one that is not there or not yours.',
  })
  partnershipHistory(
    @Args('partnershipId', { type: () => ID }) partnershipId: string,
    @Args() page: PageArgs,
    @Args('direction', { type: () => HistoryDirectionEnum, defaultValue: 'OLDEST_FIRST' }) direction: HistoryDirection,
    @Context() { actor }: RequestContext,
  ): Promise<Page<HistoryEntry>> {
    return this.queries.execute(new PartnershipHistoryQuery(actor, partnershipId, direction, page));
  }
}
