import {
  type AbandonReason,
  AbandonReasonEnum,
  daysBetween,
  defineProjection,
  Field,
  ID,
  Indexed,
  Int,
  LocalDate,
  ObjectType,
  type PartnerCategory,
  PartnerCategoryEnum,
  partnershipIdOf,
  type PartnershipStatus,
  PartnershipStatusEnum,
  quarterOf,
} from '#analytics';

/**
 * One partnership on its way in. A conversion is a count of groups: `by: [reached, lost]`. An imported one came in from
 * outside, so it has neither a proposal nor durations; leave it out with `imported: false`.
 */
@ObjectType({ description: 'A partnership on its way from proposal to activation.' })
export class LifecycleFunnel {
  @Field(() => ID, { description: 'The partnership.' })
  readonly id!: string;

  @Indexed()
  @Field(() => PartnerCategoryEnum)
  readonly category!: PartnerCategory;

  @Indexed()
  @Field(() => PartnershipStatusEnum, { description: 'How far it came: PROSPECTIVE, ONBOARDING or ACTIVE.' })
  readonly reached!: PartnershipStatus;

  @Indexed()
  @Field(() => Boolean, { description: 'Given up before it ever became active.' })
  readonly lost!: boolean;

  @Indexed()
  @Field(() => AbandonReasonEnum, { nullable: true, description: 'Why it was given up.' })
  readonly abandonReason?: AbandonReason;

  @Indexed()
  @Field(() => ID, { nullable: true, description: 'The partner manager who had it last before it was won or lost.' })
  readonly managerId?: string;

  @Indexed()
  @Field(() => Boolean, { description: 'Taken over from another system: its way in is not known.' })
  readonly imported!: boolean;

  @Indexed()
  @Field(() => String, { nullable: true, description: 'The quarter of its proposal, as 2026-Q1.' })
  readonly proposedQuarter?: string;

  @Field(() => LocalDate, { nullable: true })
  readonly proposedOn?: string;

  @Field(() => LocalDate, { nullable: true })
  readonly onboardingOn?: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day planned for activation when onboarding began.' })
  readonly targetActivationOn?: string;

  @Field(() => LocalDate, { nullable: true })
  readonly activatedOn?: string;

  @Field(() => LocalDate, { nullable: true })
  readonly abandonedOn?: string;

  @Field(() => Int, { nullable: true, description: 'Days from proposal to onboarding, or to giving up before it.' })
  readonly daysProspective?: number;

  @Field(() => Int, { nullable: true, description: 'Days from onboarding to activation, or to giving up.' })
  readonly daysOnboarding?: number;

  @Indexed()
  @Field(() => Int, { nullable: true, description: 'Days from proposal to activation.' })
  readonly daysToActive?: number;

  @Field(() => Int, { nullable: true, description: 'Days by which activation missed its target; negative is early.' })
  readonly daysLate?: number;
}

/** One document per partnership. */
export default defineProjection({
  name: 'lifecycle-funnel',
  version: 1,
  description: 'Where do we lose candidates?',
  document: LifecycleFunnel,
  key: ({ stream }) => partnershipIdOf(stream),
  on: {
    PartnershipProposed: (_, { occurredOn, data: { category } }, id) => ({
      id,
      category,
      reached: 'PROSPECTIVE',
      lost: false,
      imported: false,
      proposedQuarter: quarterOf(occurredOn),
      proposedOn: occurredOn,
    }),
    PartnershipImported: (_, { data: { category, openingState } }, id) => ({
      id,
      category,
      reached: openingState === 'ONBOARDING' ? 'ONBOARDING' : 'ACTIVE',
      lost: false,
      imported: true,
    }),
    PartnerManagerAssigned: (candidate, { data: { managerId } }) => managedBy(candidate, managerId),
    PartnerManagerReassigned: (candidate, { data: { managerId } }) => managedBy(candidate, managerId),
    // One that was imported in onboarding is enrolled by the same event: its onboarding had begun at an unknown time.
    OnboardingBegun: (candidate, { occurredOn, data: { targetActivationOn } }) =>
      candidate && {
        ...candidate,
        reached: 'ONBOARDING',
        targetActivationOn,
        ...(candidate.imported ? {} : { onboardingOn: occurredOn }),
        ...days('daysProspective', candidate.proposedOn, occurredOn),
      },
    PartnershipOnboarded: (candidate, { data: { activatedOn } }) =>
      candidate && {
        ...candidate,
        reached: 'ACTIVE',
        activatedOn,
        ...days('daysOnboarding', candidate.onboardingOn, activatedOn),
        ...days('daysToActive', candidate.proposedOn, activatedOn),
        ...days('daysLate', candidate.targetActivationOn, activatedOn),
      },
    PartnershipAbandoned: (candidate, { occurredOn, data: { reasonCode } }) =>
      candidate && {
        ...candidate,
        lost: true,
        abandonReason: reasonCode,
        abandonedOn: occurredOn,
        ...(candidate.reached === 'PROSPECTIVE'
          ? days('daysProspective', candidate.proposedOn, occurredOn)
          : days('daysOnboarding', candidate.onboardingOn, occurredOn)),
      },
  },
});

/** Who takes over an active partnership has no part in how it got there. */
function managedBy(candidate: LifecycleFunnel | undefined, managerId: string): LifecycleFunnel | undefined {
  return candidate === undefined || candidate.reached === 'ACTIVE' ? candidate : { ...candidate, managerId };
}

/** A duration, left out where its beginning is not known. */
function days<Name extends keyof LifecycleFunnel>(
  name: Name,
  from: string | undefined,
  to: string,
): { readonly [Field in Name]?: number } {
  return from === undefined ? {} : ({ [name]: daysBetween(from, to) } as { readonly [Field in Name]: number });
}
