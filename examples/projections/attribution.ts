import {
  defineProjection,
  Field,
  Float,
  ID,
  Indexed,
  Int,
  LocalDate,
  ObjectType,
  partnershipIdOf,
  quarterOf,
  type ResultAttribution,
  ResultAttributionEnum,
  type ResultKind,
  ResultKindEnum,
} from '#analytics';

/**
 * One result of a partnership. Revenue and margin of different attribution are never added together: always group by
 * `attribution`, or filter by one. Whose category or manager it is stands in other events of the partnership, which carry
 * no result; join by `partnershipId`.
 */
@ObjectType({ description: 'What a partnership brought, and what share the partner had in it.' })
export class Attribution {
  @Field(() => ID, { description: 'The result.' })
  readonly id!: string;

  @Indexed()
  @Field(() => ID)
  readonly partnershipId!: string;

  @Indexed()
  @Field(() => ResultAttributionEnum)
  readonly attribution!: ResultAttribution;

  @Indexed()
  @Field(() => ResultKindEnum)
  readonly kind!: ResultKind;

  @Indexed()
  @Field(() => Boolean, { description: 'A deal won or a project delivered: only these have revenue and margin here.' })
  readonly earned!: boolean;

  @Indexed()
  @Field(() => Boolean, { description: 'With a customer the own company did not have before.' })
  readonly newCustomer!: boolean;

  @Indexed()
  @Field(() => LocalDate)
  readonly occurredOn!: string;

  @Indexed()
  @Field(() => String, { description: 'The quarter of its day, as 2026-Q1.' })
  readonly quarter!: string;

  @Field(() => Int, { description: 'How many deals, projects or references it is.' })
  readonly quantity!: number;

  @Indexed()
  @Field(() => Float, { nullable: true, description: 'In cents of the reporting currency, at the rate of that day.' })
  readonly revenueCents?: number;

  @Field(() => Float, { nullable: true, description: 'In cents of the reporting currency, at the rate of that day.' })
  readonly marginCents?: number;

  @Field(() => String, { nullable: true, description: 'The reporting currency, as EUR.' })
  readonly currency?: string;
}

const earnedKinds: readonly ResultKind[] = ['JOINT_DEAL_WON', 'PROJECT_DELIVERED'];

/** One document per result. */
export default defineProjection({
  name: 'attribution',
  version: 1,
  description: 'What is the share of new-customer business through partners?',
  document: Attribution,
  key: ({ data: { resultId } }) => resultId,
  on: {
    BusinessResultRecorded: (_, { stream, occurredOn, data }, id) => {
      const { attribution, kind, newCustomer, quantity } = data;
      const earned = earnedKinds.includes(kind);
      return {
        id,
        partnershipId: partnershipIdOf(stream),
        attribution,
        kind,
        earned,
        newCustomer,
        occurredOn,
        quarter: quarterOf(occurredOn),
        quantity,
        ...(earned ? amounts(data) : {}),
      };
    },
  },
});

interface Amount {
  readonly reportingCents: number;
  readonly reportingCurrency: string;
}

function amounts({
  revenue,
  margin,
}: {
  readonly revenue?: Amount;
  readonly margin?: Amount;
}): Pick<Attribution, 'revenueCents' | 'marginCents' | 'currency'> {
  const currency = (revenue ?? margin)?.reportingCurrency;
  return {
    ...(revenue === undefined ? {} : { revenueCents: revenue.reportingCents }),
    ...(margin === undefined ? {} : { marginCents: margin.reportingCents }),
    ...(currency === undefined ? {} : { currency }),
  };
}
