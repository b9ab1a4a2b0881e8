import {
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
 * One partnership with what it had at its start, so that it never changes its cohort. Those that never started have no
 * start quarter. The country is not here: it is a fact of the company's own stream, and the key of a company's event
 * leads to no partnership; join it outside by `companyId`.
 */
@ObjectType({ description: 'A partnership with the properties by which it is compared with others.' })
export class Cohort {
  @Field(() => ID, { description: 'The partnership.' })
  readonly id!: string;

  @Field(() => ID)
  readonly companyId!: string;

  @Indexed()
  @Field(() => PartnerCategoryEnum)
  readonly category!: PartnerCategory;

  @Indexed()
  @Field(() => PartnershipStatusEnum)
  readonly state!: PartnershipStatus;

  @Indexed()
  @Field(() => Boolean, { description: 'Taken over from another system.' })
  readonly imported!: boolean;

  @Indexed()
  @Field(() => String, { nullable: true, description: 'The tier it started in; not known of an imported one.' })
  readonly startTier?: string;

  @Indexed()
  @Field(() => ID, {
    nullable: true,
    description: 'The partner manager it started with; not known of an imported one.',
  })
  readonly startManagerId?: string;

  @Indexed()
  @Field(() => ID, { nullable: true, description: 'The partner manager named last.' })
  readonly managerId?: string;

  @Indexed()
  @Field(() => LocalDate, { nullable: true, description: 'Active since; of an imported one, as far as its list said.' })
  readonly startedOn?: string;

  @Indexed()
  @Field(() => String, { nullable: true, description: 'The quarter it started in, as 2026-Q1.' })
  readonly startQuarter?: string;

  @Field(() => LocalDate, { nullable: true })
  readonly endedOn?: string;

  @Indexed()
  @Field(() => String, { nullable: true, description: 'The quarter it ended in; null as long as it lives.' })
  readonly endQuarter?: string;

  @Indexed()
  @Field(() => Int, { nullable: true, description: 'Days from start to end; null as long as it lives.' })
  readonly livedDays?: number;
}

/** One document per partnership. */
export default defineProjection({
  name: 'cohorts',
  version: 1,
  description: 'Do technology partnerships live longer?',
  document: Cohort,
  key: ({ stream }) => partnershipIdOf(stream),
  on: {
    PartnershipProposed: (_, { data: { companyId, category } }, id) => ({
      id,
      companyId,
      category,
      state: 'PROSPECTIVE',
      imported: false,
    }),
    PartnershipImported: (_, { data: { companyId, category, openingState, originalStartOn } }, id) => ({
      id,
      companyId,
      category,
      state: openingState,
      imported: true,
      ...(openingState === 'ONBOARDING' ? {} : started(originalStartOn)),
    }),
    OnboardingBegun: (member) => member && { ...member, state: 'ONBOARDING' },
    PartnershipOnboarded: (member, { data: { activatedOn, tier, partnerManagerId } }) =>
      member && {
        ...member,
        state: 'ACTIVE',
        startTier: tier,
        startManagerId: partnerManagerId,
        ...started(activatedOn),
      },
    PartnerManagerAssigned: (member, { data: { managerId } }) => member && { ...member, managerId },
    PartnerManagerReassigned: (member, { data: { managerId } }) => member && { ...member, managerId },
    WindDownBegun: (member) => member && { ...member, state: 'WINDING_DOWN' },
    PartnershipTerminatedByMutualAgreement: (member, { data: { endedOn } }) =>
      member && {
        ...member,
        state: 'TERMINATED',
        endedOn,
        endQuarter: quarterOf(endedOn),
        ...(member.startedOn === undefined ? {} : { livedDays: daysBetween(member.startedOn, endedOn) }),
      },
    PartnershipAbandoned: (member) => member && { ...member, state: 'ABANDONED' },
  },
});

function started(startedOn: string | undefined): Pick<Cohort, 'startedOn' | 'startQuarter'> {
  return startedOn === undefined ? {} : { startedOn, startQuarter: quarterOf(startedOn) };
}
