import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { prospective, readyToActivate } from '../../../domain/event-samples/histories.js';
import { requirementEvidenceRevoked } from '../../../domain/event-samples/requirements.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type RevokeRequirementEvidence, revokeRequirementEvidence } from './revoke-requirement-evidence.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext();
const command: RevokeRequirementEvidence = {
  evidenceId: 'evd_cert',
  from: '2026-03-12',
  reason: 'The holder left the company.',
};

describe('Revoking evidence', () => {
  it('makes it stop counting from a day on', () => {
    given(...readyToActivate)
      .when((state) => revokeRequirementEvidence(command, state, context))
      .then(requirementEvidenceRevoked);
  });

  it('changes nothing when it is revoked already', () => {
    given(...readyToActivate, requirementEvidenceRevoked)
      .when((state) => revokeRequirementEvidence({ ...command, from: '2026-03-20' }, state, context))
      .thenNothing();
  });

  it('may be moved to an earlier day', () => {
    given(...readyToActivate, requirementEvidenceRevoked)
      .when((state) => revokeRequirementEvidence({ ...command, from: '2026-03-01' }, state, context))
      .then({
        ...requirementEvidenceRevoked,
        occurredOn: '2026-03-01',
        data: { ...requirementEvidenceRevoked.data, from: '2026-03-01' },
      });
  });

  it.each(['evd_other', 'constructor'])('is refused for evidence the partnership does not have: %s', (evidenceId) => {
    given(...readyToActivate)
      .when((state) => revokeRequirementEvidence({ ...command, evidenceId }, state, context))
      .thenRejected('EVIDENCE_UNKNOWN');
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(...readyToActivate)
      .when((state) => revokeRequirementEvidence({ ...command, from: '2026-01-04' }, state, context))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused before onboarding', () => {
    given(...prospective)
      .when((state) => revokeRequirementEvidence(command, state, context))
      .thenRejected('INVALID_STATE', ['PROSPECTIVE']);
  });
});
