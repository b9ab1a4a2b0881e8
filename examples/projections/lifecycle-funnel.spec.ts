import {
  active,
  onboarding,
  partnershipEventSamples,
  projectionSpecification,
  prospective,
  terminated,
} from '#analytics/testing';
import projection, { type LifecycleFunnel } from './lifecycle-funnel.js';

const { given } = projectionSpecification(projection, 'partnership-prt_1');
const { OnboardingBegun, PartnerManagerReassigned, PartnershipAbandoned, PartnershipImported, PartnershipOnboarded } =
  partnershipEventSamples;

const proposed: LifecycleFunnel = {
  id: 'prt_1',
  category: 'SALES',
  reached: 'PROSPECTIVE',
  lost: false,
  managerId: 'mgr_1',
  imported: false,
  proposedQuarter: '2026-Q1',
  proposedOn: '2026-01-05',
};
const enrolled: LifecycleFunnel = {
  ...proposed,
  reached: 'ONBOARDING',
  onboardingOn: '2026-01-12',
  targetActivationOn: '2026-02-02',
  daysProspective: 7,
};
const won: LifecycleFunnel = {
  ...enrolled,
  reached: 'ACTIVE',
  activatedOn: '2026-02-02',
  daysOnboarding: 21,
  daysToActive: 28,
  daysLate: 0,
};
const imported: LifecycleFunnel = {
  id: 'prt_1',
  category: 'SALES',
  reached: 'ONBOARDING',
  lost: false,
  imported: true,
};
const importedInOnboarding = {
  ...PartnershipImported,
  data: { ...PartnershipImported.data, openingState: 'ONBOARDING' as const },
};

describe('the lifecycle funnel', () => {
  it('follows a candidate from proposal to activation, with the days each stage took', () => {
    given(...prospective).then({ prt_1: proposed });
    given(...onboarding).then({ prt_1: enrolled });
    given(...active).then({ prt_1: won });
  });

  it('says by how many days activation missed its target', () => {
    const late = { ...PartnershipOnboarded, data: { ...PartnershipOnboarded.data, activatedOn: '2026-02-12' } };
    given(...onboarding, late).then({
      prt_1: { ...won, activatedOn: '2026-02-12', daysOnboarding: 31, daysToActive: 38, daysLate: 10 },
    });
  });

  it('says where a candidate was lost, why and after how long', () => {
    const lost = { lost: true, abandonReason: 'NO_RESPONSE', abandonedOn: '2026-03-16' } as const;
    given(...prospective, PartnershipAbandoned).then({ prt_1: { ...proposed, ...lost, daysProspective: 70 } });
    given(...onboarding, PartnershipAbandoned).then({ prt_1: { ...enrolled, ...lost, daysOnboarding: 63 } });
  });

  it('keeps the manager who had it until it was won', () => {
    given(...onboarding, PartnerManagerReassigned).then({ prt_1: { ...enrolled, managerId: 'mgr_2' } });
    given(...active, PartnerManagerReassigned).then({ prt_1: won });
  });

  it('ends with activation: what becomes of it later changes nothing', () => {
    given(...terminated).then({ prt_1: won });
  });

  it('knows of an imported partnership how far it came, and no durations from before', () => {
    given(PartnershipImported).then({ prt_1: { ...imported, reached: 'ACTIVE' } });
    given(importedInOnboarding, OnboardingBegun, PartnershipOnboarded).then({
      prt_1: {
        ...imported,
        reached: 'ACTIVE',
        targetActivationOn: '2026-02-02',
        activatedOn: '2026-02-02',
        daysLate: 0,
      },
    });
    given(importedInOnboarding, PartnershipAbandoned).then({
      prt_1: { ...imported, lost: true, abandonReason: 'NO_RESPONSE', abandonedOn: '2026-03-16' },
    });
  });
});
