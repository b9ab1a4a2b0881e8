import { Inject, Injectable } from '@nestjs/common';
import type { DutyPeriod, Portfolios } from '#directory';
import { EVENT_STORE, type EventStore, EventStoreUnavailable } from '#event-sourcing';
import type { Enrolments } from '#programme';
import { ProjectionEngine } from '#projections';
import { ManagedPartnerships } from './managed-partnerships.query.js';
import type { ContactAssignment } from './read-models/contact-directory/contact-assignment.js';
import { contactDirectory } from './read-models/contact-directory/contact-directory.js';
import { dutyPeriods } from './read-models/contact-directory/duty-periods.js';
import { partnershipOverview } from './read-models/partnership-overview/partnership-overview.js';
import { retentionDuties } from './read-models/retention-duties/retention-duties.js';

const CATCH_UP_MS = 5_000;

/**
 * Answers what directory and programme have to know of partnerships. A decision depends on it, so it waits until the
 * read models hold everything that was written before the question.
 */
@Injectable()
export class PartnershipPortfolios implements Portfolios, Enrolments {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(ManagedPartnerships) private readonly managed: ManagedPartnerships,
  ) {}

  async openPartnershipsOf(managerId: string): Promise<readonly string[]> {
    await this.catchUp();
    return this.managed.openIdsOf(managerId);
  }

  async retentionOf(personId: string): Promise<string | undefined> {
    await this.catchUp();
    return (await this.engine.collection(retentionDuties).get(personId))?.until;
  }

  async dutiesOf(personIds: Iterable<string>): Promise<ReadonlyMap<string, DutyPeriod>> {
    const found = await this.engine
      .collection(contactDirectory)
      .aggregate<ContactAssignment>([{ $match: { personId: { $in: [...personIds] } } }]);
    return dutyPeriods(found);
  }

  async countOpen(programmeId: string, version: number | undefined): Promise<number> {
    await this.catchUp();
    return this.engine.collection(partnershipOverview).count({
      programmeId,
      ...(version === undefined ? {} : { programmeVersion: version }),
      state: { $in: ['ONBOARDING', 'ACTIVE', 'SUSPENDED', 'WINDING_DOWN'] },
    });
  }

  private async catchUp(): Promise<void> {
    const reached = await this.engine.waitFor(await this.store.head(), undefined, CATCH_UP_MS);
    if (!reached) throw new EventStoreUnavailable('The read models are behind the log. Send the same command again.');
  }
}
