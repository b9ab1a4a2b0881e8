import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { allOf, type Sort } from '#document-store';
import { CLOCK, type Clock } from '#event-sourcing';
import { type Page, type PageArgs, pageOf, servedDocuments } from '#graphql';
import type { Actor } from '#identity';
import { ProjectionEngine } from '#projections';
import { ManagedPartnerships } from '../../managed-partnerships.query.js';
import { reviewCalendar } from './review-calendar.js';
import { ReviewPresenter } from './review-presenter.query.js';
import type { Review } from './review.js';
import { reviewsFilter, reviewsVisibleTo, type ReviewsWanted } from './reviews-wanted.js';

/** "Which reviews are planned, held, overdue?": a page of those the actor may see. */
export class ReviewCalendarQuery extends Query<Page<Review>> {
  constructor(
    readonly actor: Actor,
    readonly wanted: ReviewsWanted & { readonly managerId?: string },
    readonly sort: Sort<Review>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

@QueryHandler(ReviewCalendarQuery)
export class ReviewCalendarHandler implements IQueryHandler<ReviewCalendarQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(ManagedPartnerships) private readonly managed: ManagedPartnerships,
    @Inject(ReviewPresenter) private readonly presenter: ReviewPresenter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ actor, wanted, sort, page }: ReviewCalendarQuery): Promise<Page<Review>> {
    const { today } = this.clock.now();
    const { managerId, ...rest } = wanted;
    const ofManager =
      managerId === undefined ? undefined : { partnershipId: { $in: await this.managed.openIdsOf(managerId) } };
    const filter = allOf<Review>(reviewsVisibleTo(actor), ofManager, reviewsFilter(rest, today));
    return pageOf(servedDocuments(this.engine, reviewCalendar), { filter, sort, page }, (rows) =>
      this.presenter.present(rows, actor, today),
    );
  }
}
