import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { agreementAmended, agreementRecorded, agreementRenewed } from '../../../domain/event-samples/agreement.js';
import { ownPerson, partnerPerson } from '../../../domain/event-samples/facts.js';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { partnershipAbandoned } from '../../../domain/event-samples/lifecycle.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type RecordAgreementRenewal, recordAgreementRenewal } from './record-agreement-renewal.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext();
const facts = { persons: { prs_own: ownPerson, prs_partner: partnerPerson } };
const { version: _, ...data } = agreementRenewed.data;
const command: RecordAgreementRenewal = data;

describe('Recording the renewal of an agreement', () => {
  it('records the next version, the old one stays', () => {
    given(...active, agreementRecorded, agreementAmended)
      .when((state) => recordAgreementRenewal(command, state, context, facts))
      .then(agreementRenewed);
  });

  it('is refused for an agreement that was never recorded', () => {
    given(...active)
      .when((state) => recordAgreementRenewal(command, state, context, facts))
      .thenRejected('AGREEMENT_UNKNOWN');
  });

  it('is refused for a reference that only looks like one', () => {
    given(...active, agreementRecorded, agreementAmended)
      .when((state) => recordAgreementRenewal({ ...command, agreementRef: 'constructor' }, state, context, facts))
      .thenRejected('AGREEMENT_UNKNOWN');
  });

  it('is refused when it ends before it starts', () => {
    given(...active, agreementRecorded, agreementAmended)
      .when((state) => recordAgreementRenewal({ ...command, endsOn: '2026-01-31' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['ENDS_BEFORE_START']);
  });

  it('is refused before it is signed', () => {
    given(...active, agreementRecorded, agreementAmended)
      .when((state) => recordAgreementRenewal({ ...command, signedOn: '2026-04-01' }, state, context, facts))
      .thenRejected('OCCURRED_IN_FUTURE', ['SIGNED_IN_FUTURE']);
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(...active, agreementRecorded, agreementAmended)
      .when((state) => recordAgreementRenewal({ ...command, occurredOn: '2026-01-04' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused after the partnership was abandoned', () => {
    given(...prospective, partnershipAbandoned)
      .when((state) => recordAgreementRenewal(command, state, context, facts))
      .thenRejected('INVALID_STATE', ['ABANDONED']);
  });

  it('is refused when a signatory is nobody who is registered', () => {
    given(...active, agreementRecorded)
      .when((state) => recordAgreementRenewal(command, state, context, { persons: {} }))
      .thenRejected('NOT_FOUND', ['PERSON_UNKNOWN', 'PERSON_UNKNOWN']);
  });
});
