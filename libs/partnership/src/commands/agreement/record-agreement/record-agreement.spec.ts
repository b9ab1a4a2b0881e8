import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { agreementRecorded } from '../../../domain/event-samples/agreement.js';
import { ownPerson, partnerPerson } from '../../../domain/event-samples/facts.js';
import { active, onboarding, prospective } from '../../../domain/event-samples/histories.js';
import { partnershipAbandoned, partnershipImported } from '../../../domain/event-samples/lifecycle.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type RecordAgreement, recordAgreement } from './record-agreement.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext();
const facts = { persons: { prs_own: ownPerson, prs_partner: partnerPerson } };
const { version: _, ...command } = agreementRecorded.data;
const late: RecordAgreement = { ...command, signedOn: '2026-02-02' };

describe('Recording an agreement', () => {
  it('keeps its first version, on the day of the signature', () => {
    given(...onboarding)
      .when((state) => recordAgreement(command, state, context, facts))
      .then(agreementRecorded);
  });

  it('may be recorded for another day than that of the signature', () => {
    given(...onboarding)
      .when((state) =>
        recordAgreement({ ...command, signedOn: '2025-12-19', occurredOn: '2026-01-26' }, state, context, facts),
      )
      .then({ ...agreementRecorded, data: { ...agreementRecorded.data, signedOn: '2025-12-19' } });
  });

  it('takes an old agreement of an imported partnership', () => {
    given(partnershipImported)
      .when((state) =>
        recordAgreement({ ...command, signedOn: '2019-05-01', startsOn: '2019-05-06' }, state, context, facts),
      )
      .then({
        ...agreementRecorded,
        occurredOn: '2019-05-01',
        data: { ...agreementRecorded.data, signedOn: '2019-05-01', startsOn: '2019-05-06' },
      });
  });

  it('is refused when it was signed after its start without a reason', () => {
    given(...onboarding)
      .when((state) => recordAgreement(late, state, context, facts))
      .thenRejected('SIGNED_AFTER_START_WITHOUT_REASON');
  });

  it('keeps the reason why it was signed after its start', () => {
    const reason = 'The managing director was abroad.';
    given(...onboarding)
      .when((state) => recordAgreement({ ...late, reason }, state, context, facts))
      .then({
        ...agreementRecorded,
        occurredOn: '2026-02-02',
        data: { ...agreementRecorded.data, signedOn: '2026-02-02', reason },
      });
  });

  it('is refused under a reference that is recorded already', () => {
    given(...active, agreementRecorded)
      .when((state) => recordAgreement(command, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['AGREEMENT_KNOWN']);
  });

  it('is refused when it ends before it starts', () => {
    given(...onboarding)
      .when((state) => recordAgreement({ ...command, endsOn: '2026-01-31' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['ENDS_BEFORE_START']);
  });

  it('is refused before it is signed', () => {
    given(...onboarding)
      .when((state) => recordAgreement({ ...command, signedOn: '2026-04-01' }, state, context, facts))
      .thenRejected('OCCURRED_IN_FUTURE', ['SIGNED_IN_FUTURE']);
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(...onboarding)
      .when((state) => recordAgreement({ ...command, signedOn: '2026-01-04' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused after the partnership was abandoned', () => {
    given(...prospective, partnershipAbandoned)
      .when((state) => recordAgreement(command, state, context, facts))
      .thenRejected('INVALID_STATE', ['ABANDONED']);
  });

  it('is refused when a signatory is nobody who is registered', () => {
    given(...onboarding)
      .when((state) => recordAgreement(command, state, context, { persons: { prs_own: ownPerson } }))
      .thenRejected('NOT_FOUND', ['PERSON_UNKNOWN']);
  });

  it.each([
    ['the other side', { ...partnerPerson, side: 'OWN' as const }],
    ['another company', { ...partnerPerson, companyId: 'cmp_2' }],
  ])('is refused when a signatory belongs to %s', (_case, person) => {
    given(...onboarding)
      .when((state) =>
        recordAgreement(command, state, context, { persons: { prs_own: ownPerson, prs_partner: person } }),
      )
      .thenRejected('SIDE_MISMATCH', ['SIDE_MISMATCH']);
  });
});
