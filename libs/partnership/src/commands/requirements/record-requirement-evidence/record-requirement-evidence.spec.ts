import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { partnerPerson, salesProgramme } from '../../../domain/event-samples/facts.js';
import { onboarding, prospective } from '../../../domain/event-samples/histories.js';
import { partnershipImported } from '../../../domain/event-samples/lifecycle.js';
import { requirementEvidenceRecorded } from '../../../domain/event-samples/requirements.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type RecordRequirementEvidence, recordRequirementEvidence } from './record-requirement-evidence.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({ today: '2026-01-22' });
const facts = { programme: salesProgramme, persons: { prs_seller: { ...partnerPerson, personId: 'prs_seller' } } };
const { evidenceId: _, requirementKey, ...evidence } = requirementEvidenceRecorded.data;
const command: RecordRequirementEvidence = { key: requirementKey, ...evidence };
const recorded = {
  ...requirementEvidenceRecorded,
  data: { ...requirementEvidenceRecorded.data, evidenceId: 'evd_1' },
};
const { validUntil: __, ...openEnded } = command;

describe('Recording evidence for a requirement', () => {
  it('keeps it, on the day it is handed in', () => {
    given(...onboarding)
      .when((state) => recordRequirementEvidence(command, state, context, facts))
      .then(recorded);
  });

  it('keeps the value of what is measured', () => {
    const { holderPersonId: _holder, ...rest } = evidence;
    given(...onboarding)
      .when((state) => recordRequirementEvidence({ key: 'RATING', ...rest, value: '4.25' }, state, context, facts))
      .then({
        ...recorded,
        data: { evidenceId: 'evd_1', requirementKey: 'RATING', ...rest, value: '4.25' },
      });
  });

  it('accepts evidence on its last day', () => {
    given(...onboarding)
      .when((state) => recordRequirementEvidence({ ...command, validUntil: '2026-01-22' }, state, context, facts))
      .thenWarned();
  });

  it('is refused the day after', () => {
    given(...onboarding)
      .when((state) => recordRequirementEvidence({ ...command, validUntil: '2026-01-21' }, state, context, facts))
      .thenRejected('EVIDENCE_EXPIRED');
  });

  it.each([
    ['2024-01-24', 'accepted'],
    ['2024-01-23', 'EVIDENCE_EXPIRED'],
  ])('takes the end from the 730 days of the programme: valid from %s is %s', (validFrom, outcome) => {
    const decided = given(...onboarding).when((state) =>
      recordRequirementEvidence({ ...openEnded, validFrom }, state, context, facts),
    );
    if (outcome === 'accepted') decided.thenWarned();
    else decided.thenRejected(outcome);
  });

  it('is refused for a requirement the programme does not have', () => {
    given(...onboarding)
      .when((state) => recordRequirementEvidence({ ...command, key: 'INSURANCE' }, state, context, facts))
      .thenRejected('REQUIREMENT_UNKNOWN');
  });

  it('is refused while an imported partnership is not enrolled', () => {
    given(partnershipImported)
      .when((state) => recordRequirementEvidence(command, state, context, { programme: undefined, persons: {} }))
      .thenRejected('REQUIREMENT_UNKNOWN');
  });

  it('is refused when it ends before it begins', () => {
    given(...onboarding)
      .when((state) => recordRequirementEvidence({ ...command, validUntil: '2025-11-09' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['ENDS_BEFORE_START']);
  });

  it('is refused without the value of what is measured', () => {
    given(...onboarding)
      .when((state) => recordRequirementEvidence({ ...command, key: 'RATING' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['VALUE_MISSING']);
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(...onboarding)
      .when((state) => recordRequirementEvidence({ ...command, occurredOn: '2026-01-04' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused before onboarding', () => {
    given(...prospective)
      .when((state) => recordRequirementEvidence(command, state, context, facts))
      .thenRejected('INVALID_STATE', ['PROSPECTIVE']);
  });

  it('is refused for a holder whom nobody registered', () => {
    given(...onboarding)
      .when((state) => recordRequirementEvidence(command, state, context, { ...facts, persons: {} }))
      .thenRejected('NOT_FOUND', ['PERSON_UNKNOWN']);
  });
});
