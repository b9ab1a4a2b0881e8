import type { CommonRejectionCode } from '#event-sourcing';

/** When the commands on partner programmes are refused (domain.md 2.7). */
export const programmeRejections = {
  DRAFT_INCOMPLETE: 'The draft lacks something or names something that is not there; `details` lists every finding.',
  TIER_RANKS_NOT_UNIQUE: 'Two tiers of the draft have the same rank, so that it is not clear which one is higher.',
  WEIGHTS_INVALID:
    'A number of the draft makes no sense: a target of zero or less, days below their minimum, or review dimensions not 1 to 5.',
  ENROLMENTS_OPEN: 'Partnerships are enrolled in what is to be retired; `allowExisting` lets them keep it.',
} as const;

/** A code a decision on a programme may give. */
export type ProgrammeRejectionCode = keyof typeof programmeRejections | CommonRejectionCode;
