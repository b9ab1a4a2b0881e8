import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { manager } from '../../../domain/event-samples/facts.js';
import { prospective } from '../../../domain/event-samples/histories.js';
import { partnershipAbandoned, partnershipProposed } from '../../../domain/event-samples/lifecycle.js';
import { partnerManagerAssigned } from '../../../domain/event-samples/people.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type AssignPartnerManager, assignPartnerManager } from './assign-partner-manager.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({ today: '2026-01-12' });
const command: AssignPartnerManager = { managerId: 'mgr_1', from: '2026-01-05' };
const facts = { manager, openPartnerships: 3 };

describe('Assigning the partner manager', () => {
  it('names the one who looks after the partnership from a day on', () => {
    given(partnershipProposed)
      .when((state) => assignPartnerManager(command, state, context, facts))
      .then(partnerManagerAssigned);
  });

  it('begins today unless another day is given', () => {
    given(partnershipProposed)
      .when((state) => assignPartnerManager({ managerId: 'mgr_1' }, state, context, facts))
      .then({ ...partnerManagerAssigned, occurredOn: '2026-01-12', data: { managerId: 'mgr_1', from: '2026-01-12' } });
  });

  it('plans a duty that begins later, today', () => {
    given(partnershipProposed)
      .when((state) => assignPartnerManager({ ...command, from: '2026-02-01' }, state, context, facts))
      .then({ ...partnerManagerAssigned, occurredOn: '2026-01-12', data: { managerId: 'mgr_1', from: '2026-02-01' } });
  });

  it.each([
    { openPartnerships: 9, warnings: [] },
    { openPartnerships: 10, warnings: ['CAPACITY_EXCEEDED'] },
    { openPartnerships: 11, warnings: ['CAPACITY_EXCEEDED'] },
  ])('warns above capacity: $openPartnerships others with a capacity of 10', ({ openPartnerships, warnings }) => {
    given(partnershipProposed)
      .when((state) => assignPartnerManager(command, state, context, { manager, openPartnerships }))
      .thenWarned(...warnings);
  });

  it('is refused beyond 120 % of the capacity', () => {
    given(partnershipProposed)
      .when((state) => assignPartnerManager(command, state, context, { manager, openPartnerships: 12 }))
      .thenRejected('CAPACITY_LIMIT');
  });

  it.each([
    ['was dismissed', { ...manager, active: false }],
    ['was never appointed', undefined],
  ])('is refused for somebody who %s', (_, candidate) => {
    given(partnershipProposed)
      .when((state) => assignPartnerManager(command, state, context, { ...facts, manager: candidate }))
      .thenRejected('MANAGER_INACTIVE');
  });

  it('is refused for the one who has the duty already', () => {
    given(...prospective)
      .when((state) => assignPartnerManager(command, state, context, facts))
      .thenRejected('SAME_MANAGER');
  });

  it('is refused when somebody else has the duty: that is a handover', () => {
    given(...prospective)
      .when((state) => assignPartnerManager({ ...command, managerId: 'mgr_2' }, state, context, facts))
      .thenRejected('INVALID_STATE');
  });

  it('is refused after the partnership was abandoned', () => {
    given(...prospective, partnershipAbandoned)
      .when((state) => assignPartnerManager(command, state, context, facts))
      .thenRejected('INVALID_STATE', ['ABANDONED']);
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(partnershipProposed)
      .when((state) => assignPartnerManager({ ...command, from: '2026-01-04' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => assignPartnerManager(command, state, context, facts))
      .thenRejected('NOT_FOUND');
  });
});
