import { active } from '../event-samples/histories.js';
import {
  onboardingBegun,
  partnershipAbandoned,
  partnershipImported,
  partnershipProposed,
} from '../event-samples/lifecycle.js';
import { terminated, windingDown } from '../event-samples/ending-histories.js';
import type { PartnershipEvent } from '../events.js';
import { evolvePartnership, initialPartnership } from '../state.js';
import { partnershipTerminatedByMutualAgreement, windDownBegun } from '../event-samples/wind-down.js';
import type { LifecycleState } from './lifecycle.js';

function after(...history: readonly PartnershipEvent[]): LifecycleState {
  return history.reduce(evolvePartnership, initialPartnership).lifecycle;
}

describe('Where a partnership stands', () => {
  it.each([
    ['a proposal', [partnershipProposed], 'PROSPECTIVE'],
    ['the onboarding has begun', [partnershipProposed, onboardingBegun], 'ONBOARDING'],
    ['it went live', active, 'ACTIVE'],
    ['it was given up', [partnershipProposed, partnershipAbandoned], 'ABANDONED'],
    ['its end is settled', windingDown, 'WINDING_DOWN'],
    ['it was concluded', terminated, 'TERMINATED'],
    ['it was taken over while active', [partnershipImported], 'ACTIVE'],
  ])('after %s', (_, history, status) => {
    expect(after(...history).status).toBe(status);
  });

  it('is with its programme, tier and date once it is live', () => {
    expect(after(...active)).toEqual({
      status: 'ACTIVE',
      companyId: 'cmp_1',
      category: 'SALES',
      openedOn: '2026-01-05',
      imported: false,
      enrolment: { programmeId: 'prg_1', programmeVersion: 1, tier: 'REGISTERED' },
      activatedOn: '2026-02-02',
    });
  });

  it('knows the settled end, and the real one afterwards', () => {
    expect(after(...windingDown).endsOn).toBe(windDownBegun.data.endsOn);
    expect(after(...terminated).endsOn).toBe(partnershipTerminatedByMutualAgreement.data.endedOn);
  });
});
