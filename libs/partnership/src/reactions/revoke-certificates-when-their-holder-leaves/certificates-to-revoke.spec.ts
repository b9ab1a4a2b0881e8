import { certificatesToRevoke } from './certificates-to-revoke.js';

const certificate = { partnershipId: 'prt_1', evidenceId: 'evd_cert', recordedOn: '2026-01-22' };

describe('Which certificates end when their holder leaves', () => {
  it('is each of them, in every partnership, from the day of leaving on', () => {
    const other = { ...certificate, partnershipId: 'prt_3', evidenceId: 'evd_other' };
    expect(certificatesToRevoke('2026-03-12', [certificate, other])).toEqual(
      [certificate, other].map(({ partnershipId, evidenceId }) => ({
        partnershipId,
        evidenceId,
        from: '2026-03-12',
        occurredOn: '2026-03-12',
        reason: 'The holder left the company.',
      })),
    );
  });

  it('does not happen before one was handed in', () => {
    expect(certificatesToRevoke('2025-12-01', [certificate])).toMatchObject([
      { from: '2025-12-01', occurredOn: '2026-01-22' },
    ]);
  });
});
