import {
  active,
  onboarding,
  partnershipEventSamples,
  projectionSpecification,
  prospective,
  terminated,
  windingDown,
} from '#analytics/testing';
import projection, { type Cohort } from './cohorts.js';

const { given } = projectionSpecification(projection, 'partnership-prt_1');
const {
  PartnerManagerReassigned,
  PartnershipAbandoned,
  PartnershipImported,
  PartnershipTerminatedByMutualAgreement,
  WindDownBegun,
} = partnershipEventSamples;

const proposed: Cohort = {
  id: 'prt_1',
  companyId: 'cmp_1',
  category: 'SALES',
  state: 'PROSPECTIVE',
  imported: false,
  managerId: 'mgr_1',
};
const started: Cohort = {
  ...proposed,
  state: 'ACTIVE',
  startTier: 'REGISTERED',
  startManagerId: 'mgr_1',
  startedOn: '2026-02-02',
  startQuarter: '2026-Q1',
};
const imported: Cohort = {
  id: 'prt_1',
  companyId: 'cmp_1',
  category: 'SALES',
  state: 'ACTIVE',
  imported: true,
  startedOn: '2019-05-06',
  startQuarter: '2019-Q2',
};

describe('the cohorts', () => {
  it('take a partnership in when it becomes active, not before', () => {
    given(...prospective).then({ prt_1: proposed });
    given(...onboarding).then({ prt_1: { ...proposed, state: 'ONBOARDING' } });
    given(...active).then({ prt_1: started });
  });

  it('never take one in that was abandoned', () => {
    given(...prospective, PartnershipAbandoned).then({ prt_1: { ...proposed, state: 'ABANDONED' } });
  });

  it('stay the same when another manager takes over', () => {
    given(...active, PartnerManagerReassigned).then({ prt_1: { ...started, managerId: 'mgr_2' } });
  });

  it('say how long a partnership lived, once it has ended', () => {
    given(...windingDown).then({ prt_1: { ...started, state: 'WINDING_DOWN' } });
    given(...terminated).then({
      prt_1: { ...started, state: 'TERMINATED', endedOn: '2026-09-30', endQuarter: '2026-Q3', livedDays: 240 },
    });
  });

  it('take an imported one in with its original start', () => {
    given(PartnershipImported).then({ prt_1: imported });
    given(PartnershipImported, WindDownBegun, PartnershipTerminatedByMutualAgreement).then({
      prt_1: { ...imported, state: 'TERMINATED', endedOn: '2026-09-30', endQuarter: '2026-Q3', livedDays: 2704 },
    });
  });

  it('leave the start of an imported one open where its list did not say, or when it was still in onboarding', () => {
    const { startedOn: _, startQuarter: __, ...unknown } = imported;
    const { originalStartOn: ___, ...data } = PartnershipImported.data;
    given({ ...PartnershipImported, data }).then({ prt_1: unknown });
    given({ ...PartnershipImported, data: { ...PartnershipImported.data, openingState: 'ONBOARDING' } }).then({
      prt_1: { ...unknown, state: 'ONBOARDING' },
    });
  });
});
