import type { Requirement } from '#programme';
import { type Evidence, lastValidDay, type RequirementBasis, requirementStatusOn } from './requirement-status.js';

const requirement: Requirement = {
  key: 'SALES_CERT',
  kind: 'CERTIFICATION',
  appliesAt: 'ONGOING',
  mandatory: true,
  graceDays: 90,
  description: 'Sales certificate',
};
const certificate: Evidence = {
  evidenceId: 'evd_1',
  requirementKey: 'SALES_CERT',
  validFrom: '2024-01-01',
  validUntil: '2024-12-31',
};
const nothing: RequirementBasis = { evidence: [], waivers: [], agreementInForce: false };

function on(date: string, evidence: readonly Evidence[], overrides: Partial<Requirement> = {}): unknown {
  return requirementStatusOn({ ...requirement, ...overrides }, { ...nothing, evidence }, date);
}

describe('The status of a requirement on a day', () => {
  it.each([
    ['2023-12-31', { status: 'UNMET' }],
    ['2024-01-01', { status: 'MET', until: '2024-12-31' }],
    ['2024-12-31', { status: 'MET', until: '2024-12-31' }],
    ['2025-01-01', { status: 'GRACE', graceDay: 1 }],
    ['2025-03-31', { status: 'GRACE', graceDay: 90 }],
    ['2025-04-01', { status: 'UNMET' }],
  ])('of a certificate for 2024 is on %s: %j', (date, status) => {
    expect(on(date, [certificate])).toEqual(status);
  });

  it('knows no grace where the programme gives none', () => {
    expect(on('2025-01-01', [certificate], { graceDays: 0 })).toEqual({ status: 'UNMET' });
  });

  it('is unmet without any evidence', () => {
    expect(on('2025-01-01', [])).toEqual({ status: 'UNMET' });
  });

  it('does not count the evidence of another requirement', () => {
    expect(on('2024-06-30', [{ ...certificate, requirementKey: 'NDA' }])).toEqual({ status: 'UNMET' });
  });

  it.each([
    ['2024-06-29', { status: 'MET', until: '2024-12-31' }],
    ['2024-06-30', { status: 'UNMET' }],
  ])('of evidence revoked from 30 June is on %s without grace: %j', (date, status) => {
    expect(on(date, [{ ...certificate, revokedFrom: '2024-06-30' }])).toEqual(status);
  });

  it('stays met through a renewal in time', () => {
    const renewed = { ...certificate, evidenceId: 'evd_2', validFrom: '2024-12-01', validUntil: '2026-11-30' };
    expect(on('2025-01-01', [certificate, renewed])).toEqual({ status: 'MET', until: '2026-11-30' });
  });
});

describe('Several certificates', () => {
  const second = { ...certificate, evidenceId: 'evd_2', validUntil: '2024-09-30' };

  it.each([
    ['2024-09-30', { status: 'MET', until: '2024-09-30' }],
    ['2024-10-01', { status: 'GRACE', graceDay: 1 }],
    ['2024-12-29', { status: 'GRACE', graceDay: 90 }],
    ['2024-12-30', { status: 'UNMET' }],
  ])('of which two are needed stand on %s at %j: the one that ends first decides', (date, status) => {
    expect(on(date, [certificate, second], { threshold: 2 })).toEqual(status);
  });

  it('need as many as the threshold says', () => {
    expect(on('2024-06-30', [certificate], { threshold: 2 })).toEqual({ status: 'UNMET' });
  });

  it('of one holder count once: a renewal is no second certified person', () => {
    const mine = { ...certificate, holderPersonId: 'prs_1' };
    const renewed = { ...mine, evidenceId: 'evd_2', validFrom: '2024-06-01', validUntil: '2026-05-31' };
    expect(on('2024-06-30', [mine, renewed], { threshold: 2 })).toEqual({ status: 'UNMET' });
    expect(on('2024-06-30', [mine, { ...renewed, holderPersonId: 'prs_2' }], { threshold: 2 })).toEqual({
      status: 'MET',
      until: '2024-12-31',
    });
  });

  it('of one holder that end on the same day count once', () => {
    const mine = { ...certificate, holderPersonId: 'prs_1' };
    expect(on('2024-06-30', [mine, { ...mine, evidenceId: 'evd_2' }], { threshold: 1 })).toEqual({
      status: 'MET',
      until: '2024-12-31',
    });
  });
});

describe('Evidence without an end of its own', () => {
  const { validUntil: _, ...openEnded } = certificate;

  it('counts for ever where the programme sets no validity', () => {
    expect(on('2031-01-01', [openEnded])).toEqual({ status: 'MET' });
  });

  it.each([
    ['2024-12-30', { status: 'MET', until: '2024-12-30' }],
    ['2024-12-31', { status: 'GRACE', graceDay: 1 }],
  ])('counts 365 days, its first and last included: %s is %j', (date, status) => {
    expect(on(date, [openEnded], { validityDays: 365 })).toEqual(status);
  });

  it('ends by its own end first', () => {
    expect(lastValidDay(certificate, { validityDays: 30 })).toBe('2024-12-31');
  });
});

describe('A waiver', () => {
  const waivers = [{ requirementKey: 'SALES_CERT', from: '2025-01-10', until: '2025-06-30' }];

  it.each([
    ['2024-12-31', 'MET'],
    ['2025-01-09', 'GRACE'],
    ['2025-01-10', 'WAIVED'],
    ['2025-06-30', 'WAIVED'],
    ['2025-07-01', 'UNMET'],
  ])('releases from its first to its last day: %s is %s', (date, status) => {
    const basis = { ...nothing, evidence: [certificate], waivers };
    expect(requirementStatusOn(requirement, basis, date).status).toBe(status);
  });

  it('does not release from another requirement', () => {
    const nda: Requirement = { ...requirement, key: 'NDA' };
    expect(requirementStatusOn(nda, { ...nothing, waivers }, '2025-01-10')).toEqual({ status: 'UNMET' });
  });
});

describe('An agreement in force', () => {
  const inForce = { ...nothing, agreementInForce: true };

  it('meets the document requirement of that name', () => {
    const agreement: Requirement = { ...requirement, key: 'AGREEMENT', kind: 'DOCUMENT' };
    expect(requirementStatusOn(agreement, inForce, '2025-01-01')).toEqual({ status: 'MET' });
    expect(requirementStatusOn(agreement, nothing, '2025-01-01')).toEqual({ status: 'UNMET' });
  });

  it('does not meet another document requirement', () => {
    const nda: Requirement = { ...requirement, key: 'NDA', kind: 'DOCUMENT' };
    expect(requirementStatusOn(nda, inForce, '2025-01-01')).toEqual({ status: 'UNMET' });
  });
});

describe('A plan requirement', () => {
  const yearly: Requirement = { ...requirement, key: 'BUSINESS_PLAN', kind: 'PLAN', validityDays: 365 };
  const plan = { version: 1, adoptedOn: '2024-01-01' };

  it.each([
    ['2024-12-30', { status: 'MET', until: '2024-12-30' }],
    ['2024-12-31', { status: 'GRACE', graceDay: 1 }],
  ])('is met by the adopted plan for the programme’s year: %s is %j', (date, status) => {
    expect(requirementStatusOn(yearly, { ...nothing, plan }, date)).toEqual(status);
  });

  it('is met until the last of the plan’s objectives', () => {
    const basis = { ...nothing, plan: { ...plan, endsOn: '2025-06-30' } };
    expect(requirementStatusOn(yearly, basis, '2025-06-30')).toEqual({ status: 'MET', until: '2025-06-30' });
  });

  it('is met by evidence as well', () => {
    const evidence = [{ ...certificate, requirementKey: 'BUSINESS_PLAN' }];
    expect(requirementStatusOn(yearly, { ...nothing, evidence }, '2025-03-31')).toEqual({
      status: 'GRACE',
      graceDay: 90,
    });
  });
});

describe('What is measured', () => {
  const report = (value: string, validFrom: string, validUntil: string): Evidence => ({
    ...certificate,
    evidenceId: `evd_${value}`,
    value,
    validFrom,
    validUntil,
  });

  it.each([
    ['99.5', { status: 'MET', until: '2024-03-31' }],
    ['99.49', { status: 'UNMET' }],
  ])('as a service level of %s against 99.5 is %j', (value, status) => {
    const evidence = [report(value, '2024-01-01', '2024-03-31')];
    expect(on('2024-02-01', evidence, { kind: 'SERVICE_LEVEL', threshold: 99.5 })).toEqual(status);
  });

  it.each([
    ['2024-02-01', { status: 'MET', until: '2024-06-30' }],
    ['2024-07-01', { status: 'UNMET' }],
  ])('as a rating is the mean of what is valid on %s: %j', (date, status) => {
    const evidence = [report('4.5', '2024-01-01', '2024-06-30'), report('3.5', '2024-01-01', '2024-12-31')];
    expect(on(date, evidence, { kind: 'RATING_MIN', threshold: 4 })).toEqual(status);
  });

  it.each([
    [3, { status: 'MET', until: '2024-06-30' }],
    [4, { status: 'UNMET' }],
  ])('as a rating rests on enough projects, at least %d: %j', (minCount, status) => {
    const evidence = ['4.5', '4', '4.5'].map((value) => report(value, '2024-01-01', '2024-06-30'));
    expect(on('2024-02-01', evidence, { kind: 'RATING_MIN', threshold: 4, minCount })).toEqual(status);
  });

  it('as a rating is in grace when the last one has expired', () => {
    const evidence = [report('4.5', '2024-01-01', '2024-06-30')];
    expect(on('2024-07-02', evidence, { kind: 'RATING_MIN', threshold: 4 })).toEqual({ status: 'GRACE', graceDay: 2 });
  });

  it.each([
    [100, { status: 'MET', until: '2024-06-30' }],
    [101, { status: 'UNMET' }],
  ])('as a result is the sum of what is valid, against %d: %j', (threshold, status) => {
    const evidence = [report('60', '2024-01-01', '2024-06-30'), report('40', '2024-01-01', '2024-12-31')];
    expect(on('2024-02-01', evidence, { kind: 'RESULT_MIN', threshold })).toEqual(status);
  });

  it('is unmet without a value', () => {
    expect(on('2024-02-01', [certificate], { kind: 'RATING_MIN', threshold: 4 })).toEqual({ status: 'UNMET' });
  });
});
