import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { manager } from '../../../domain/event-samples/facts.js';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { partnershipAbandoned, partnershipProposed } from '../../../domain/event-samples/lifecycle.js';
import { partnerManagerReassigned } from '../../../domain/event-samples/people.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type ReassignPartnerManager, reassignPartnerManager } from './reassign-partner-manager.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext();
const command: ReassignPartnerManager = {
  managerId: 'mgr_2',
  from: '2026-03-02',
  handoverNote: 'Review planned for April; the partner expects a new price list.',
};
const facts = { manager: { ...manager, managerId: 'mgr_2' }, openPartnerships: 3 };

describe('Handing a partnership over to another partner manager', () => {
  it('names both, the day and the note', () => {
    given(...active)
      .when((state) => reassignPartnerManager(command, state, context, facts))
      .then(partnerManagerReassigned);
  });

  it('keeps the reason', () => {
    const { data } = partnerManagerReassigned;
    given(...active)
      .when((state) => reassignPartnerManager({ ...command, reason: 'Parental leave.' }, state, context, facts))
      .then({ ...partnerManagerReassigned, data: { ...data, reason: 'Parental leave.' } });
  });

  it('takes effect today unless another day is given', () => {
    given(...active)
      .when((state) => reassignPartnerManager({ managerId: 'mgr_2' }, state, context, facts))
      .then({
        type: 'PartnerManagerReassigned',
        occurredOn: '2026-03-31',
        data: { managerId: 'mgr_2', from: '2026-03-31', previousManagerId: 'mgr_1' },
      });
  });

  it('warns above capacity', () => {
    given(...active)
      .when((state) => reassignPartnerManager(command, state, context, { ...facts, openPartnerships: 11 }))
      .thenWarned('CAPACITY_EXCEEDED');
  });

  it('is refused beyond 120 % of the capacity', () => {
    given(...active)
      .when((state) => reassignPartnerManager(command, state, context, { ...facts, openPartnerships: 12 }))
      .thenRejected('CAPACITY_LIMIT');
  });

  it('is refused for the one who has the duty already', () => {
    given(...active, partnerManagerReassigned)
      .when((state) => reassignPartnerManager(command, state, context, facts))
      .thenRejected('SAME_MANAGER');
  });

  it('is refused for somebody who is no active partner manager', () => {
    given(...active)
      .when((state) => reassignPartnerManager(command, state, context, { ...facts, manager: undefined }))
      .thenRejected('MANAGER_INACTIVE');
  });

  it('is refused when there is nobody to hand over from', () => {
    given(partnershipProposed)
      .when((state) => reassignPartnerManager(command, state, context, facts))
      .thenRejected('PARTNER_MANAGER_MISSING');
  });

  it('is refused from a day before the predecessor began', () => {
    given(...active, partnerManagerReassigned)
      .when((state) =>
        reassignPartnerManager({ managerId: 'mgr_3', from: '2026-03-01' }, state, context, {
          ...facts,
          manager: { ...manager, managerId: 'mgr_3' },
        }),
      )
      .thenRejected('VALIDATION_FAILED', ['BEFORE_PREDECESSOR']);
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(...active)
      .when((state) => reassignPartnerManager({ ...command, from: '2026-01-04' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused after the partnership was abandoned', () => {
    given(...prospective, partnershipAbandoned)
      .when((state) => reassignPartnerManager(command, state, context, facts))
      .thenRejected('INVALID_STATE', ['ABANDONED']);
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => reassignPartnerManager(command, state, context, facts))
      .thenRejected('NOT_FOUND');
  });
});
