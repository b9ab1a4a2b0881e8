import { projectionSpecification } from '#event-sourcing/testing';
import {
  ndaRecorded,
  requirementEvidenceRecorded,
  requirementEvidenceRevoked,
} from '../../domain/event-samples/requirements.js';
import { personalEvidence } from './personal-evidence.js';

const { given } = projectionSpecification(personalEvidence, 'partnership-prt_1');
const certificate = {
  partnershipId: 'prt_1',
  evidenceId: 'evd_cert',
  holderPersonId: 'prs_seller',
  recordedOn: '2026-01-22',
  validUntil: '2027-11-09',
};

describe('the evidence that a person holds', () => {
  it('is a certificate with its holder, not a document of the company', () => {
    given(ndaRecorded, requirementEvidenceRecorded).then({ 'prt_1/evd_cert': certificate });
  });

  it('says from when on it does not count', () => {
    given(requirementEvidenceRecorded, requirementEvidenceRevoked).then({
      'prt_1/evd_cert': { ...certificate, revokedFrom: '2026-03-12' },
    });
  });

  it('knows nothing of what was revoked and has no holder', () => {
    const revoked = { ...requirementEvidenceRevoked.data, evidenceId: 'evd_nda' };
    given(ndaRecorded, { ...requirementEvidenceRevoked, data: revoked }).then({});
  });
});
