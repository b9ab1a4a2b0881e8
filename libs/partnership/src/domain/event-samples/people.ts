import type { PartnershipEventNamed } from '../events.js';

/** `mgr_1` looks after the partnership from the proposal on. */
export const partnerManagerAssigned: PartnershipEventNamed<'PartnerManagerAssigned'> = {
  type: 'PartnerManagerAssigned',
  occurredOn: '2026-01-05',
  data: { managerId: 'mgr_1', from: '2026-01-05' },
};

/** `mgr_2` takes over. */
export const partnerManagerReassigned: PartnershipEventNamed<'PartnerManagerReassigned'> = {
  type: 'PartnerManagerReassigned',
  occurredOn: '2026-03-02',
  data: {
    managerId: 'mgr_2',
    from: '2026-03-02',
    previousManagerId: 'mgr_1',
    handoverNote: 'Review planned for April; the partner expects a new price list.',
  },
};

/** The own side's responsible contact. */
export const ownContactAssigned: PartnershipEventNamed<'ContactAssigned'> = {
  type: 'ContactAssigned',
  occurredOn: '2026-01-12',
  data: { side: 'OWN', personId: 'prs_own', validFrom: '2026-01-12' },
};

/** The partner side's responsible contact, who has accepted the role. */
export const partnerContactAssigned: PartnershipEventNamed<'ContactAssigned'> = {
  type: 'ContactAssigned',
  occurredOn: '2026-01-14',
  data: { side: 'PARTNER', personId: 'prs_partner', validFrom: '2026-01-14', acceptedOn: '2026-01-15' },
};

/** The partner's contact leaves without a successor. */
export const contactRelieved: PartnershipEventNamed<'ContactRelieved'> = {
  type: 'ContactRelieved',
  occurredOn: '2026-03-12',
  data: {
    side: 'PARTNER',
    personId: 'prs_partner',
    validFrom: '2026-01-14',
    endsOn: '2026-03-12',
    reason: 'LEFT',
    vacancyOpened: true,
  },
};
