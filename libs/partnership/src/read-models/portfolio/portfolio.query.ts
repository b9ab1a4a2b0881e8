import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DirectoryFacts, partnerManagers } from '#directory';
import { CLOCK, type Clock } from '#event-sourcing';
import { badArgument } from '#graphql';
import { type Actor, hasRole } from '#identity';
import { ProjectionEngine } from '#projections';
import { ManagedPartnerships } from '../../managed-partnerships.query.js';
import { type Portfolio, portfolioOf } from './portfolio.js';

/** "What must I do today?": a manager's portfolio, the actor's own without an id; nothing when there is no such manager. */
export class PortfolioQuery extends Query<Portfolio | undefined> {
  constructor(
    readonly actor: Actor,
    readonly managerId: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(PortfolioQuery)
export class PortfolioHandler implements IQueryHandler<PortfolioQuery> {
  constructor(
    @Inject(DirectoryFacts) private readonly directory: DirectoryFacts,
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(ManagedPartnerships) private readonly managed: ManagedPartnerships,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ actor, managerId }: PortfolioQuery): Promise<Portfolio | undefined> {
    const wantedId = managerId ?? (await this.ownId(actor));
    const manager = wantedId === undefined ? undefined : await this.directory.manager(wantedId);
    if (manager === undefined) return undefined;
    const { today } = this.clock.now();
    return portfolioOf(manager, await this.managed.countsOf(manager.managerId, today), today);
  }

  private async ownId(actor: Actor): Promise<string | undefined> {
    if (!hasRole(actor, 'PARTNER_MANAGER'))
      throw badArgument('managerId', 'managerId is needed: only a partner manager has an own portfolio.');
    const found = await this.engine
      .collection(partnerManagers)
      .find({ filter: { userId: actor.userId, active: true }, limit: 1 });
    return found.documents.at(0)?.id;
  }
}
