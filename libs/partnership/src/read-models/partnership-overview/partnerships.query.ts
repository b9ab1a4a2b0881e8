import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { partnerManagers } from '#directory';
import { allOf, type Sort } from '#document-store';
import { type Page, type PageArgs, pageOf, servedDocuments, withParkedSince } from '#graphql';
import { type Actor, maySeePartnership } from '#identity';
import { ProjectionEngine } from '#projections';
import { visibleTo } from '../../visible-to.js';
import type { Partnership } from './partnership.js';
import { partnershipOverview } from './partnership-overview.js';
import { PartnershipPresenter } from './partnership-presenter.query.js';
import { partnershipsFilter, type PartnershipsWanted } from './partnerships-wanted.js';

/** "Which partnerships are there?": a page of those the actor may see. */
export class PartnershipsQuery extends Query<Page<Partnership>> {
  constructor(
    readonly actor: Actor,
    readonly wanted: PartnershipsWanted,
    readonly sort: Sort<Partnership>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

@QueryHandler(PartnershipsQuery)
export class PartnershipsHandler implements IQueryHandler<PartnershipsQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(PartnershipPresenter) private readonly presenter: PartnershipPresenter,
  ) {}

  async execute({ actor, wanted, sort, page }: PartnershipsQuery): Promise<Page<Partnership>> {
    const dismissed = wanted.unattendedOnly === true ? await this.dismissedManagers() : [];
    const filter = allOf(visibleTo<Partnership>(actor), partnershipsFilter(wanted, dismissed));
    return pageOf(servedDocuments(this.engine, partnershipOverview), { filter, sort, page }, (rows) =>
      this.presenter.present(rows),
    );
  }

  private async dismissedManagers(): Promise<readonly string[]> {
    const found = await this.engine
      .collection(partnerManagers)
      .aggregate<{ readonly _id: string }>([{ $match: { active: false } }, { $project: { _id: 1 } }]);
    return found.map(({ _id }) => _id);
  }
}

/** "How is partnership X doing?": the partnership, or nothing when it does not exist or is not the actor's to see. */
export class PartnershipQuery extends Query<Partnership | undefined> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(PartnershipQuery)
export class PartnershipHandler implements IQueryHandler<PartnershipQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(PartnershipPresenter) private readonly presenter: PartnershipPresenter,
  ) {}

  async execute({ actor, id }: PartnershipQuery): Promise<Partnership | undefined> {
    if (!maySeePartnership(actor, id)) return undefined;
    const { collection, waiting } = servedDocuments(this.engine, partnershipOverview);
    const found = await collection.get(id);
    if (found === undefined) return undefined;
    const presented = await this.presenter.present([found]);
    return (await withParkedSince(presented, [id], waiting)).at(0);
  }
}
