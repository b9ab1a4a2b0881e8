import type { PartnershipEventNamed } from '../events.js';
import { mutualTerminationAccepted, mutualTerminationCounterProposed } from './termination.js';

/** The end on 30 September is agreed; eight things remain to be done. */
export const windDownBegun: PartnershipEventNamed<'WindDownBegun'> = {
  type: 'WindDownBegun',
  occurredOn: '2026-03-31',
  data: {
    ground: 'MUTUAL_AGREEMENT',
    endsOn: '2026-09-30',
    items: [
      { itemId: 'wdi_1', kind: 'OPEN_DEALS', ownerSide: 'OWN', mandatory: true, dueOn: '2026-09-30' },
      { itemId: 'wdi_2', kind: 'DATA_RETURN', ownerSide: 'PARTNER', mandatory: true, dueOn: '2026-09-30' },
      { itemId: 'wdi_3', kind: 'ACCESS_REVOKED', ownerSide: 'OWN', mandatory: true, dueOn: '2026-09-30' },
      { itemId: 'wdi_4', kind: 'BRANDING_REMOVED', ownerSide: 'PARTNER', mandatory: true, dueOn: '2026-09-30' },
      { itemId: 'wdi_5', kind: 'FINAL_SETTLEMENT', ownerSide: 'OWN', mandatory: true, dueOn: '2026-09-30' },
      { itemId: 'wdi_6', kind: 'COMMUNICATION', ownerSide: 'OWN', mandatory: false, dueOn: '2026-09-30' },
      { itemId: 'wdi_7', kind: 'LESSONS_LEARNED', ownerSide: 'OWN', mandatory: false, dueOn: '2026-09-30' },
      { itemId: 'wdi_8', kind: 'CUSTOMER_HANDOVER', ownerSide: 'PARTNER', dueOn: '2026-09-15', mandatory: true },
    ],
  },
};

/** The demo devices have to come back, too. */
export const windDownItemAdded: PartnershipEventNamed<'WindDownItemAdded'> = {
  type: 'WindDownItemAdded',
  occurredOn: '2026-04-13',
  data: {
    itemId: 'wdi_9',
    kind: 'OTHER',
    ownerSide: 'PARTNER',
    dueOn: '2026-08-31',
    mandatory: false,
    note: 'Return of the demo devices.',
  },
};

/** The 14 customers are with the partner, as both sides agreed. */
export const windDownItemCompleted: PartnershipEventNamed<'WindDownItemCompleted'> = {
  type: 'WindDownItemCompleted',
  occurredOn: '2026-09-14',
  data: {
    itemId: 'wdi_8',
    doneOn: '2026-09-14',
    note: 'All 14 customers have signed.',
    consentOwn: '2026-09-01',
    consentPartner: '2026-09-03',
  },
};

/** There were no open deals left to rule on. */
export const windDownItemWaived: PartnershipEventNamed<'WindDownItemWaived'> = {
  type: 'WindDownItemWaived',
  occurredOn: '2026-09-21',
  data: { itemId: 'wdi_1', reason: 'No deal was open any more.', approverId: 'carla' },
};

/** The partnership ended as agreed, without an exit review. */
export const partnershipTerminatedByMutualAgreement: PartnershipEventNamed<'PartnershipTerminatedByMutualAgreement'> = {
  type: 'PartnershipTerminatedByMutualAgreement',
  occurredOn: '2026-09-30',
  data: {
    endedOn: '2026-09-30',
    proposalId: 'tpr_partner',
    consentOwn: mutualTerminationAccepted.data.consent,
    consentPartner: mutualTerminationCounterProposed.data.consent,
    groundHistory: ['MUTUAL_AGREEMENT'],
    initiatorSide: 'OWN',
    residualClaimsUntil: '2027-09-30',
    retentionUntil: '2036-12-31',
  },
};
