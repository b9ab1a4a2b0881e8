import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { partnershipProposed } from '../../../domain/event-samples/lifecycle.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type ProposePartnership, proposePartnership } from './propose-partnership.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({ today: '2026-01-07' });
const command: ProposePartnership = {
  companyId: 'cmp_1',
  category: 'SALES',
  strategicRationale: 'Reach into the mid-market of northern Germany.',
  proposedOn: '2026-01-05',
};

describe('Proposing a partnership', () => {
  it('opens it on the day it was proposed', () => {
    given()
      .when((state) => proposePartnership(command, state, context, { companyKnown: true }))
      .then(partnershipProposed);
  });

  it('opens it today unless another day is given', () => {
    const { proposedOn: _, ...today } = command;
    given()
      .when((state) => proposePartnership(today, state, context, { companyKnown: true }))
      .then({ ...partnershipProposed, occurredOn: '2026-01-07' });
  });

  it.each(['TERMINATED', 'ABANDONED'] as const)('names the predecessor that was %s', (predecessorStatus) => {
    const again = { ...command, predecessorPartnershipId: 'prt_0' };
    given()
      .when((state) => proposePartnership(again, state, context, { companyKnown: true, predecessorStatus }))
      .then({ ...partnershipProposed, data: { ...partnershipProposed.data, predecessorPartnershipId: 'prt_0' } });
  });

  it('is refused while the predecessor has not ended', () => {
    const again = { ...command, predecessorPartnershipId: 'prt_0' };
    given()
      .when((state) =>
        proposePartnership(again, state, context, { companyKnown: true, predecessorStatus: 'WINDING_DOWN' }),
      )
      .thenRejected('PARTNERSHIP_ALREADY_OPEN');
  });

  it('is refused when there is no such predecessor', () => {
    const again = { ...command, predecessorPartnershipId: 'prt_0' };
    given()
      .when((state) => proposePartnership(again, state, context, { companyKnown: true }))
      .thenRejected('NOT_FOUND');
  });

  it('is refused for a company nobody registered', () => {
    given()
      .when((state) => proposePartnership(command, state, context, { companyKnown: false }))
      .thenRejected('COMPANY_UNKNOWN');
  });

  it('is refused under the id of a partnership that exists', () => {
    given(partnershipProposed)
      .when((state) => proposePartnership(command, state, context, { companyKnown: true }))
      .thenRefusedIn('PROSPECTIVE');
  });
});
