import { Inject, Injectable } from '@nestjs/common';
import { addDays, type CalendarDate } from '#calendar';
import type { Side } from '#directory';
import { ProjectionEngine } from '#projections';
import { openStatuses, type PartnershipStatus, partnershipStatuses } from './domain/vocabulary.js';
import { actions } from './read-models/actions/actions.js';
import { partnershipOverview } from './read-models/partnership-overview/partnership-overview.js';
import type { PortfolioCounts } from './read-models/portfolio/portfolio.js';
import { vacanciesFilter } from './read-models/vacancies/vacancies-wanted.js';
import { vacancies } from './read-models/vacancies/vacancies.js';

type Range = Readonly<Partial<Record<'$lt' | '$gte' | '$lte', CalendarDate>>>;

/** Where a side without a contact is a vacancy: domain.md 2.2, monitoring of the states. */
const needsContacts: readonly PartnershipStatus[] = ['ACTIVE', 'SUSPENDED', 'WINDING_DOWN'];
/** Where the cadence runs: not in a pause, and not towards an end. */
const needsReviews: readonly PartnershipStatus[] = ['ONBOARDING', 'ACTIVE'];

/** Counts what partner managers look after, over indexes of the read models. */
@Injectable()
export class ManagedPartnerships {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  /** The ids of the open partnerships that a manager looks after now: as many as one person has. */
  async openIdsOf(managerId: string): Promise<readonly string[]> {
    const found = await this.engine
      .collection(partnershipOverview)
      .aggregate<{ readonly _id: string }>([
        { $match: { managerId, state: { $in: openStatuses } } },
        { $project: { _id: 1 } },
      ]);
    return found.map(({ _id }) => _id);
  }

  /** The counts of a manager's portfolio on a day. */
  async countsOf(managerId: string, today: CalendarDate): Promise<PortfolioCounts> {
    const [byState, vacancyCounts, reviews, actionCounts] = await Promise.all([
      this.byState(managerId),
      this.vacancies(managerId, today),
      this.reviews(managerId, today),
      this.actions(managerId, today),
    ]);
    return { byState, ...vacancyCounts, ...reviews, ...actionCounts };
  }

  private async byState(managerId: string): Promise<Readonly<Record<PartnershipStatus, number>>> {
    const counts = await Promise.all(
      partnershipStatuses.map(
        async (state) =>
          [state, await this.engine.collection(partnershipOverview).count({ managerId, state })] as const,
      ),
    );
    return Object.fromEntries(counts) as Record<PartnershipStatus, number>;
  }

  private async vacancies(
    managerId: string,
    today: CalendarDate,
  ): Promise<Pick<PortfolioCounts, 'vacanciesOwn' | 'vacanciesPartner'>> {
    const on = (side: Side): Promise<number> =>
      this.engine.collection(vacancies).count(vacanciesFilter({ managerId, side, states: needsContacts }, today));
    const [vacanciesOwn, vacanciesPartner] = await Promise.all([on('OWN'), on('PARTNER')]);
    return { vacanciesOwn, vacanciesPartner };
  }

  private async reviews(
    managerId: string,
    today: CalendarDate,
  ): Promise<Pick<PortfolioCounts, 'reviewsDueIn7Days' | 'reviewsDueIn30Days' | 'reviewsOverdue'>> {
    const partnerships = this.engine.collection(partnershipOverview);
    const due = (nextReviewOn: Range): Promise<number> =>
      partnerships.count({ managerId, state: { $in: needsReviews }, nextReviewOn });
    const [reviewsDueIn7Days, reviewsDueIn30Days, reviewsOverdue] = await Promise.all([
      due({ $gte: today, $lte: addDays(today, 7) }),
      due({ $gte: today, $lte: addDays(today, 30) }),
      due({ $lt: today }),
    ]);
    return { reviewsDueIn7Days, reviewsDueIn30Days, reviewsOverdue };
  }

  private async actions(
    managerId: string,
    today: CalendarDate,
  ): Promise<Pick<PortfolioCounts, 'openActions' | 'overdueActions'>> {
    const ofPortfolio = { partnershipId: { $in: await this.openIdsOf(managerId) }, status: 'OPEN' } as const;
    const collection = this.engine.collection(actions);
    const [openActions, overdueActions] = await Promise.all([
      collection.count(ofPortfolio),
      collection.count({ ...ofPortfolio, dueOn: { $lt: today } }),
    ]);
    return { openActions, overdueActions };
  }
}
