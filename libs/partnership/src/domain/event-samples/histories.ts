import type { PartnershipEvent } from '../events.js';
import { agreementRecorded } from './agreement.js';
import { onboardingBegun, partnershipOnboarded, partnershipProposed } from './lifecycle.js';
import { ownContactAssigned, partnerContactAssigned, partnerManagerAssigned } from './people.js';
import { ndaRecorded, requirementEvidenceRecorded } from './requirements.js';

/**
 * Histories that specs start from: the sales partnership of company `cmp_1`, opened on 2026-01-05, managed by `mgr_1`.
 * Each one continues the one before.
 */
export const prospective: readonly PartnershipEvent[] = [partnershipProposed, partnerManagerAssigned];

/** Enrolled in `prg_1` version 1 on 2026-01-12; responsible are `prs_own` and (from 2026-01-14) `prs_partner`. */
export const onboarding: readonly PartnershipEvent[] = [
  ...prospective,
  onboardingBegun,
  ownContactAssigned,
  partnerContactAssigned,
];

/** Onboarding with everything there that activation in tier REGISTERED needs: agreement, NDA, certificate. */
export const readyToActivate: readonly PartnershipEvent[] = [
  ...onboarding,
  ndaRecorded,
  requirementEvidenceRecorded,
  agreementRecorded,
];

/** Live since 2026-02-02 in tier REGISTERED. */
export const active: readonly PartnershipEvent[] = [...onboarding, partnershipOnboarded];
