import type { CalendarDate } from '#calendar';

/** A piece of evidence that somebody holds in person, and when it was handed in. */
export interface HeldEvidence {
  readonly partnershipId: string;
  readonly evidenceId: string;
  readonly recordedOn: CalendarDate;
}

/** What `RevokeRequirementEvidence` is sent for. */
export interface CertificateToRevoke {
  readonly partnershipId: string;
  readonly evidenceId: string;
  readonly from: CalendarDate;
  readonly occurredOn: CalendarDate;
  readonly reason: string;
}

/**
 * The evidence that ends because its holder left (domain.md 2.5, CERTIFICATION): it does not count from the day of leaving
 * on. What was handed in only after that day is revoked on the day it was handed in.
 */
export function certificatesToRevoke(
  leftOn: CalendarDate,
  held: readonly HeldEvidence[],
): readonly CertificateToRevoke[] {
  return held.map(({ partnershipId, evidenceId, recordedOn }) => ({
    partnershipId,
    evidenceId,
    from: leftOn,
    occurredOn: recordedOn > leftOn ? recordedOn : leftOn,
    reason: 'The holder left the company.',
  }));
}
