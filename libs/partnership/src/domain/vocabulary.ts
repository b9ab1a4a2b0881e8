/** The states of a partnership (domain.md 2.2). */
export const partnershipStatuses = [
  'PROSPECTIVE',
  'ONBOARDING',
  'ACTIVE',
  'SUSPENDED',
  'WINDING_DOWN',
  'TERMINATED',
  'ABANDONED',
] as const;
export type PartnershipStatus = (typeof partnershipStatuses)[number];

/** True until a partnership was terminated or abandoned (I-02). */
export function isOpenStatus(status: PartnershipStatus): boolean {
  return status !== 'TERMINATED' && status !== 'ABANDONED';
}

/** The states of a partnership that is open. */
export const openStatuses: readonly PartnershipStatus[] = partnershipStatuses.filter(isOpenStatus);

/** A document kept elsewhere, identified by its content (domain.md 2.1, value types). */
export interface FileRef {
  readonly documentId: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** The states in which a partnership that existed before the system may be taken over (T2). */
export const openingStates = ['ONBOARDING', 'ACTIVE', 'SUSPENDED'] as const;
export type OpeningState = (typeof openingStates)[number];

/** Why a partnership was given up before it became active (T5). */
export const abandonReasons = ['NO_RESPONSE', 'NO_FIT', 'COMPETITOR', 'INTERNAL', 'OTHER'] as const;
export type AbandonReason = (typeof abandonReasons)[number];

/** Why a responsible contact stopped (domain.md 2.7). */
export const contactReliefReasons = ['LEFT', 'REASSIGNED', 'REQUEST', 'OTHER'] as const;
export type ContactReliefReason = (typeof contactReliefReasons)[number];
