import type { CalendarDate } from '#calendar';

/** The closed list of partner categories (domain.md 2.5, S8). */
export const partnerCategories = ['SALES', 'TECHNOLOGY', 'SERVICE'] as const;
export type PartnerCategory = (typeof partnerCategories)[number];

/** How a requirement is evaluated (domain.md 2.5). */
export const requirementKinds = [
  'DOCUMENT',
  'CERTIFICATION',
  'VALIDATION',
  'NAMED_ROLE',
  'RESULT_MIN',
  'RATING_MIN',
  'PLAN',
  'SERVICE_LEVEL',
] as const;
export type RequirementKind = (typeof requirementKinds)[number];

/** When a requirement is due: before activation, all the time, or from a tier on. */
export const requirementPhases = ['ACTIVATION', 'ONGOING', 'TIER'] as const;
export type RequirementPhase = (typeof requirementPhases)[number];

/** One condition of a programme (domain.md 2.5). `threshold` counts evidences, money in cents, or a rating. */
export interface Requirement {
  readonly key: string;
  readonly kind: RequirementKind;
  readonly appliesAt: RequirementPhase;
  readonly tierKey?: string;
  readonly mandatory: boolean;
  readonly threshold?: number;
  /** For `RATING_MIN`: how many rated projects the mean has to rest on; one if not given. */
  readonly minCount?: number;
  /** Days a piece of evidence counts when it names no end of its own. */
  readonly validityDays?: number;
  /** Days after expiry in which it counts half; 90 unless stated. */
  readonly graceDays: number;
  readonly description: string;
}

/** A rank inside a programme. `rank` orders the tiers upwards; days are calendar days. */
export interface Tier {
  readonly key: string;
  readonly rank: number;
  readonly cadenceDays: number;
  readonly rhythmDays: number;
  readonly resultTarget: { readonly metric: string; readonly value: number; readonly windowDays: number };
  readonly sponsorRequired: boolean;
  readonly planRequired: boolean;
}

/** An edition of a programme; immutable once published (domain.md 2.5). */
export interface ProgrammeVersion {
  readonly programmeId: string;
  readonly version: number;
  readonly category: PartnerCategory;
  readonly name: string;
  readonly effectiveFrom: CalendarDate;
  readonly tiers: readonly Tier[];
  readonly requirements: readonly Requirement[];
  readonly rules: {
    readonly ownContactMayBePartnerManager: boolean;
    readonly internalBriefingRequired: boolean;
    readonly minReviewDimensions: number;
  };
}

/** What a programme version says, without its place in the programme: what is drafted and revised. */
export type ProgrammeContent = Omit<ProgrammeVersion, 'programmeId' | 'version'>;

/** What other contexts need of a programme version: its content and whether it takes new enrolments (I-22). */
export interface ProgrammeVersionFacts {
  readonly version: ProgrammeVersion;
  readonly retired: boolean;
}
