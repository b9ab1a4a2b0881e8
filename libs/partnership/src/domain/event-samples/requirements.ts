import type { PartnershipEventNamed } from '../events.js';

const scan = { documentId: 'doc_scan', sha256: 'b'.repeat(64), mediaType: 'application/pdf', bytes: 41_000 };

/** The signed non-disclosure agreement, without an end. */
export const ndaRecorded: PartnershipEventNamed<'RequirementEvidenceRecorded'> = {
  type: 'RequirementEvidenceRecorded',
  occurredOn: '2026-01-20',
  data: { evidenceId: 'evd_nda', requirementKey: 'NDA', validFrom: '2026-01-20', fileRef: scan },
};

/** A sales certificate of a person of the partner, for two years. */
export const requirementEvidenceRecorded: PartnershipEventNamed<'RequirementEvidenceRecorded'> = {
  type: 'RequirementEvidenceRecorded',
  occurredOn: '2026-01-22',
  data: {
    evidenceId: 'evd_cert',
    requirementKey: 'SALES_CERT',
    validFrom: '2025-11-10',
    validUntil: '2027-11-09',
    holderPersonId: 'prs_seller',
    fileRef: scan,
  },
};

/** The certified person left the partner. */
export const requirementEvidenceRevoked: PartnershipEventNamed<'RequirementEvidenceRevoked'> = {
  type: 'RequirementEvidenceRevoked',
  occurredOn: '2026-03-12',
  data: { evidenceId: 'evd_cert', from: '2026-03-12', reason: 'The holder left the company.' },
};

/** The certificate is waived until a successor is trained. */
export const requirementWaived: PartnershipEventNamed<'RequirementWaived'> = {
  type: 'RequirementWaived',
  occurredOn: '2026-03-16',
  data: {
    requirementKey: 'SALES_CERT',
    until: '2026-06-30',
    approverId: 'carla',
    reason: 'The successor is in training.',
  },
};
