import { addMonths } from '#calendar';
import type { PartnerCategory } from '#programme/domain';
import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { head } from '../../../domain/event-samples/ending-people.js';
import { terminated, windingDown } from '../../../domain/event-samples/ending-histories.js';
import { active } from '../../../domain/event-samples/histories.js';
import { partnershipProposed } from '../../../domain/event-samples/lifecycle.js';
import { reviewHeld } from '../../../domain/event-samples/reviews.js';
import {
  partnershipTerminatedByMutualAgreement,
  windDownBegun,
  windDownItemCompleted,
  windDownItemWaived,
} from '../../../domain/event-samples/wind-down.js';
import { type PartnershipEvent, partnershipEvents, type PartnershipEventNamed } from '../../../domain/events.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from '../../../domain/state.js';
import { concludePartnership, type ConcludePartnership } from './conclude-partnership.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);

function done(itemId: string): PartnershipEvent {
  return { type: 'WindDownItemCompleted', occurredOn: '2026-09-14', data: { itemId, doneOn: '2026-09-14' } };
}

/** Everything mandatory is done or waived; the two items that nobody has to wait for are pending. */
const settled = [
  ...windingDown,
  windDownItemWaived,
  ...['wdi_2', 'wdi_3', 'wdi_4', 'wdi_5'].map(done),
  windDownItemCompleted,
];
const exitReviewHeld: PartnershipEventNamed<'ReviewHeld'> = {
  ...reviewHeld,
  occurredOn: '2026-09-15',
  data: { ...reviewHeld.data, reviewId: 'rev_exit', kind: 'EXIT', heldOn: '2026-09-15' },
};
const { data } = partnershipTerminatedByMutualAgreement;

function concluding(changes: Partial<ConcludePartnership> = {}, today = '2026-09-30') {
  const command: ConcludePartnership = { endedOn: '2026-09-30', ...changes };
  return (state: PartnershipState) => concludePartnership(command, state, testContext({ today, actor: head }));
}

describe('Concluding a partnership', () => {
  it('ends it by mutual agreement with both consents, who began it, and until when claims and record last', () => {
    given(...settled)
      .when(concluding())
      .then(partnershipTerminatedByMutualAgreement);
    expect(partnershipEvents.PartnershipTerminatedByMutualAgreement.data.parse(data)).toEqual(data);
    expect(terminated.reduce(evolvePartnership, initialPartnership).lifecycle.status).toBe('TERMINATED');
  });

  it('may happen after the agreed end; claims and record count from the real one', () => {
    const endedOn = '2026-10-05';
    given(...settled)
      .when(concluding({ endedOn }, '2026-10-07'))
      .then({
        ...partnershipTerminatedByMutualAgreement,
        occurredOn: endedOn,
        data: { ...data, endedOn, residualClaimsUntil: '2027-10-05', retentionUntil: '2036-12-31' },
      });
  });

  it.each([
    ['2026-09-30', '2036-12-31'],
    ['2026-12-31', '2036-12-31'],
    ['2027-01-01', '2037-12-31'],
  ])('on %s keeps the record ten years from the end of that calendar year: until %s', (endedOn, retentionUntil) => {
    const residualClaimsUntil = addMonths(endedOn, 12);
    given(...settled)
      .when(concluding({ endedOn }, endedOn))
      .then({
        ...partnershipTerminatedByMutualAgreement,
        occurredOn: endedOn,
        data: { ...data, endedOn, residualClaimsUntil, retentionUntil },
      });
  });

  it.each(['TECHNOLOGY', 'SERVICE'] satisfies PartnerCategory[])(
    'leaves no residual claims of a %s partner',
    (category) => {
      const { residualClaimsUntil: _, ...withoutClaims } = data;
      const proposed = { ...partnershipProposed, data: { ...partnershipProposed.data, category } };
      given(proposed, ...settled.slice(1))
        .when(concluding())
        .then({ ...partnershipTerminatedByMutualAgreement, data: withoutClaims });
    },
  );

  it.each([undefined, 'rev_exit'])('names the exit review that was held (asked for: %s)', (exitReviewId) => {
    given(...settled, exitReviewHeld)
      .when(concluding(exitReviewId === undefined ? {} : { exitReviewId }))
      .then({ ...partnershipTerminatedByMutualAgreement, data: { ...data, exitReviewId: 'rev_exit' } });
  });

  it('is refused with a review that is no exit review', () => {
    given(...settled, reviewHeld)
      .when(concluding({ exitReviewId: 'rev_held' }))
      .thenRejected('VALIDATION_FAILED', ['NOT_AN_EXIT_REVIEW']);
  });

  it.each([
    ['today is before it', '2026-09-30', '2026-09-29'],
    ['the given day is before it', '2026-09-29', '2026-09-30'],
  ])('is refused before the agreed end: %s', (_, endedOn, today) => {
    given(...settled)
      .when(concluding({ endedOn }, today))
      .thenRejected('END_NOT_REACHED');
  });

  it('is refused with every mandatory item that is neither done nor waived', () => {
    given(...windingDown, windDownItemWaived, done('wdi_2'), done('wdi_4'))
      .when(concluding())
      .thenRejected('WIND_DOWN_INCOMPLETE', [
        'ITEM_PENDING:ACCESS_REVOKED',
        'ITEM_PENDING:FINAL_SETTLEMENT',
        'ITEM_PENDING:CUSTOMER_HANDOVER',
      ]);
  });

  it('is refused before the partnership began', () => {
    given(...settled)
      .when(concluding({ endedOn: '2026-01-04' }))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused a second time, before an end is agreed, and for no partnership', () => {
    given(...settled, partnershipTerminatedByMutualAgreement)
      .when(concluding())
      .thenRejected('INVALID_STATE');
    given(...active)
      .when(concluding())
      .thenRejected('INVALID_STATE');
    given().when(concluding()).thenRejected('NOT_FOUND');
  });

  it('is refused while no consent of both sides is recorded', () => {
    given(...active, { ...windDownBegun, data: { ...windDownBegun.data, ground: 'NOTICE', items: [] } })
      .when(concluding())
      .thenRejected('INVALID_STATE');
  });
});
