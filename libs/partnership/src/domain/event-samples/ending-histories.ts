import type { PartnershipEvent } from '../events.js';
import { active } from './histories.js';
import {
  mutualTerminationAccepted,
  mutualTerminationCounterProposed,
  mutualTerminationProposed,
} from './termination.js';
import { partnershipTerminatedByMutualAgreement, windDownBegun } from './wind-down.js';

/** The own side has offered to end the partnership (`tpr_own`, open until 2026-04-15). */
export const offered: readonly PartnershipEvent[] = [...active, mutualTerminationProposed];

/** The partner has answered with a counter-proposal (`tpr_partner`, binding, open until 2026-04-30). */
export const counterOffered: readonly PartnershipEvent[] = [...offered, mutualTerminationCounterProposed];

/** The end on 2026-09-30 is agreed; items `wdi_1` to `wdi_8` are pending. */
export const windingDown: readonly PartnershipEvent[] = [...counterOffered, mutualTerminationAccepted, windDownBegun];

/** The partnership was concluded with the return of data still pending. */
export const terminated: readonly PartnershipEvent[] = [...windingDown, partnershipTerminatedByMutualAgreement];
