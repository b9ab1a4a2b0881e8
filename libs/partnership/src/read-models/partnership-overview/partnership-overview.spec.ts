import { evolveDocument } from '#event-sourcing';
import { recorded } from '#event-sourcing/testing';
import type { PartnershipEvent } from '../../domain/events.js';
import { active } from '../../domain/event-samples/histories.js';
import { partnerManagerAssigned, partnerManagerReassigned } from '../../domain/event-samples/people.js';
import { reviewHeld, reviewScheduled } from '../../domain/event-samples/reviews.js';
import type { Partnership } from './partnership.js';
import { partnershipOn } from './partnership-on.js';
import { partnershipOverview } from './partnership-overview.js';

function overview(...events: readonly PartnershipEvent[]): Partnership | undefined {
  return [...active, ...events]
    .map((event, revision) => recorded<PartnershipEvent>(event, revision, 'partnership-prt_1'))
    .reduce<Partnership | undefined>(
      (row, event) => evolveDocument(partnershipOverview, row, event, 'prt_1'),
      undefined,
    );
}

function planned(reviewId: string, plannedOn: string): PartnershipEvent {
  return { ...reviewScheduled, data: { ...reviewScheduled.data, reviewId, plannedOn } };
}

function held(reviewId: string, heldOn: string, nextReviewOn: string): PartnershipEvent {
  return { ...reviewHeld, data: { ...reviewHeld.data, reviewId, heldOn, nextReviewOn } };
}

function cancelled(reviewId: string): PartnershipEvent {
  return { type: 'ReviewCancelled', occurredOn: '2026-03-31', data: { reviewId, reason: 'Moved.' } };
}

describe('the next review of a partnership', () => {
  it('is the first one that is planned or was agreed', () => {
    expect(overview(planned('rev_2', '2026-06-01'), planned('rev_1', '2026-05-01'))?.nextReviewOn).toBe('2026-05-01');
    expect(overview(planned('rev_1', '2026-05-01'), held('rev_1', '2026-05-02', '2026-08-01'))?.nextReviewOn).toBe(
      '2026-08-01',
    );
  });

  it('is none, or the one after, when the planned one is cancelled', () => {
    expect(overview(planned('rev_1', '2026-05-01'), cancelled('rev_1'))).not.toHaveProperty('nextReviewOn');
    expect(
      overview(planned('rev_1', '2026-05-01'), planned('rev_2', '2026-06-01'), cancelled('rev_1'))?.nextReviewOn,
    ).toBe('2026-06-01');
  });

  it('stays as agreed in the last one when an older one is recorded late', () => {
    const row = overview(held('rev_2', '2026-05-02', '2026-08-01'), held('rev_1', '2026-02-02', '2026-05-02'));
    expect(row).toMatchObject({ lastReviewOn: '2026-05-02', nextReviewOn: '2026-08-01' });
  });
});

describe('the people of a partnership', () => {
  it('are those of the day: a planned end or successor counts from its day on', () => {
    const people = { side: 'PARTNER', personId: 'prs_partner', validFrom: '2026-01-14' } as const;
    const row = overview(
      {
        type: 'ContactRelieved',
        occurredOn: '2026-03-02',
        data: { ...people, endsOn: '2026-06-01', reason: 'REASSIGNED', vacancyOpened: false },
      },
      {
        type: 'ContactAssigned',
        occurredOn: '2026-03-02',
        data: { side: 'PARTNER', personId: 'prs_next', validFrom: '2026-07-01' },
      },
    );
    if (row === undefined) throw new Error('The partnership is not there.');
    const partnerOn = (date: string) => partnershipOn(row, date).contactPartner;
    expect(partnerOn('2026-05-31')).toEqual({
      personId: 'prs_partner',
      validFrom: '2026-01-14',
      validUntil: '2026-06-01',
    });
    expect(partnerOn('2026-06-01')).toBeUndefined();
    expect(partnerOn('2026-07-01')).toEqual({ personId: 'prs_next', validFrom: '2026-07-01' });
    expect(partnershipOn(row, '2026-06-01').contactOwn?.personId).toBe('prs_own');
  });

  it('include the manager since the first day of the duty', () => {
    const { managerId, from } = partnerManagerReassigned.data;
    expect(overview()?.managerFrom).toBe(partnerManagerAssigned.data.from);
    expect(overview(partnerManagerReassigned)).toMatchObject({ managerId, managerFrom: from });
  });
});
