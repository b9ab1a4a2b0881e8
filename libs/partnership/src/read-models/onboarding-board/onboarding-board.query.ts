import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { allOf, type Filter, type Sort } from '#document-store';
import { CLOCK, type Clock } from '#event-sourcing';
import { type Page, type PageArgs, pageOf, servedDocuments } from '#graphql';
import type { Actor } from '#identity';
import type { PartnerCategory } from '#programme';
import { ProjectionEngine } from '#projections';
import type { PartnershipStatus } from '../../domain/vocabulary.js';
import { visibleTo } from '../../visible-to.js';
import { onboardingBoard } from './onboarding-board.js';
import { OnboardingPresenter } from './onboarding-presenter.query.js';
import type { OnboardingRow } from './onboarding-row.js';

/** Which partnerships are wanted; what is absent does not matter. */
export interface OnboardingsWanted {
  readonly managerId?: string;
  readonly categories?: readonly PartnerCategory[];
  readonly states?: readonly PartnershipStatus[];
}

/** "What still blocks activation?": a page of the partnerships that are not live yet, and of the imported ones. */
export class OnboardingBoardQuery extends Query<Page<OnboardingRow>> {
  constructor(
    readonly actor: Actor,
    readonly wanted: OnboardingsWanted,
    readonly sort: Sort<OnboardingRow>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

@QueryHandler(OnboardingBoardQuery)
export class OnboardingBoardHandler implements IQueryHandler<OnboardingBoardQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(OnboardingPresenter) private readonly presenter: OnboardingPresenter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ actor, wanted, sort, page }: OnboardingBoardQuery): Promise<Page<OnboardingRow>> {
    const { today } = this.clock.now();
    const filter = allOf<OnboardingRow>(visibleTo(actor), filterFor(wanted));
    return pageOf(servedDocuments(this.engine, onboardingBoard), { filter, sort, page }, (rows) =>
      this.presenter.present(rows, today),
    );
  }
}

function filterFor({ managerId, categories, states }: OnboardingsWanted): Filter<OnboardingRow> {
  return {
    ...(managerId === undefined ? {} : { managerId }),
    ...(categories === undefined ? {} : { category: { $in: categories } }),
    ...(states === undefined ? {} : { state: { $in: states } }),
  };
}
