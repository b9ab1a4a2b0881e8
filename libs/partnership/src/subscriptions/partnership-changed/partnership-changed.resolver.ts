import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { Position } from '#event-sourcing';
import { badArgument, type RequestContext } from '#graphql';
import { EventHub } from '#projections';
import { endable } from './endable.adapter.js';
import { PartnershipChange, PartnershipChanges } from './partnership-changes.query.js';

/** What happens to partnerships, as it happens. */
@Resolver()
export class PartnershipChangedResolver {
  constructor(
    @Inject(PartnershipChanges) private readonly changes: PartnershipChanges,
    @Inject(EventHub) private readonly hub: EventHub,
  ) {}

  @Subscription(() => PartnershipChange, {
    description: 'Every change of a partnership behind a position, in order, without gap or repeat.',
    resolve: (change: PartnershipChange | GraphQLError) => {
      if (change instanceof GraphQLError) throw change;
      return change;
    },
  })
  partnershipChanged(
    @Args('partnershipId', { type: () => ID }) partnershipId: string,
    @Args('after', {
      type: () => String,
      nullable: true,
      description: 'A position, as commands and the header accord-position give it; by default: from now on.',
    })
    after: string | null | undefined,
    @Context() { actor }: RequestContext,
  ): AsyncIterableIterator<PartnershipChange | GraphQLError> {
    const wanted = { partnershipId, ...this.startingPoint(after) };
    return endable((signal) => this.changes.follow(actor, wanted, signal));
  }

  private startingPoint(after: string | null | undefined): { readonly after?: Position } {
    if (after === null || after === undefined) return {};
    if (after.length === this.hub.start.length && /^[0-9A-Za-z-]+$/.test(after)) return { after };
    throw badArgument('after', 'after must be a position that a command or a response handed out.');
  }
}
