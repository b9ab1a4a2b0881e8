import {
  daysBetween,
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
  type ReviewKind,
  ReviewKindEnum,
  type ReviewOutcome,
  ReviewOutcomeEnum,
  type ReviewScores,
  SideEnum,
  type Side,
} from '#analytics';

/**
 * One review as both sides saw it: in the order of `heldOn` the reviews of a partnership are its gap over time. Of the
 * partnership itself a review knows the id only (its category stands in events that carry no review); join by
 * `partnershipId`.
 */
@ObjectType({ description: 'A review, and how far apart the two sides saw their partnership.' })
export class PerceptionGap {
  @Field(() => ID, { description: 'The review.' })
  readonly id!: string;

  @Indexed()
  @Field(() => ID)
  readonly partnershipId!: string;

  @Indexed()
  @Field(() => LocalDate)
  readonly heldOn!: string;

  @Indexed()
  @Field(() => String, { description: 'The quarter it was held in, as 2026-Q1.' })
  readonly quarter!: string;

  @Indexed()
  @Field(() => ReviewKindEnum)
  readonly kind!: ReviewKind;

  @Indexed()
  @Field(() => ReviewOutcomeEnum)
  readonly outcome!: ReviewOutcome;

  @Indexed()
  @Field(() => ID, { nullable: true, description: 'The partner manager on that day.' })
  readonly managerId?: string;

  @Field(() => Float, { nullable: true, description: 'Mean of the own side’s five scores; null if it gave none.' })
  readonly own?: number;

  @Field(() => Float, { nullable: true, description: 'Mean of the partner side’s five scores; null until it answers.' })
  readonly partner?: number;

  @Indexed()
  @Field(() => Float, { nullable: true, description: 'Own mean less partner mean: above 0 the own side is happier.' })
  readonly gap?: number;

  @Indexed()
  @Field(() => Float, { nullable: true, description: 'The gap without its sign: 1.0 and more is a warning.' })
  readonly distance?: number;

  @Indexed()
  @Field(() => SideEnum, { nullable: true, description: 'The side that sees it in a better light; null if none does.' })
  readonly happierSide?: Side;

  @Field(() => String, { nullable: true, description: 'What the two sides see most differently, as strategicFit.' })
  readonly widestDimension?: string;

  @Field(() => Int, { nullable: true, description: 'Days the partner side took to answer; 0 in the review itself.' })
  readonly partnerAnsweredAfterDays?: number;

  /** What the means rest on: kept to compare the dimensions when the other side answers. */
  readonly scores!: { readonly own?: ReviewScores; readonly partner?: ReviewScores };
}

const dimensions = ['strategicFit', 'results', 'delivery', 'communication', 'trust'] as const;

/** One document per review that was held. */
export default defineProjection({
  name: 'perception-gap',
  version: 1,
  description: 'Where do the two sides see different partnerships?',
  document: PerceptionGap,
  key: ({ data: { reviewId } }) => reviewId,
  on: {
    ReviewHeld: (_, { stream, data }, id) =>
      compared({
        id,
        partnershipId: partnershipIdOf(stream),
        heldOn: data.heldOn,
        quarter: quarterOf(data.heldOn),
        kind: data.kind,
        outcome: data.outcome,
        ...(data.partnerManagerId === undefined ? {} : { managerId: data.partnerManagerId }),
        ...(data.scoresPartner === undefined ? {} : { partnerAnsweredAfterDays: 0 }),
        scores: {
          ...(data.scoresOwn === undefined ? {} : { own: data.scoresOwn }),
          ...(data.scoresPartner === undefined ? {} : { partner: data.scoresPartner }),
        },
      }),
    PartnerScoresSubmitted: (review, { data: { scores, submittedOn } }) =>
      review &&
      compared({
        ...review,
        partnerAnsweredAfterDays: daysBetween(review.heldOn, submittedOn),
        scores: { ...review.scores, partner: scores },
      }),
  },
});

function compared(review: PerceptionGap): PerceptionGap {
  const { own, partner } = review.scores;
  return {
    ...review,
    ...(own === undefined ? {} : { own: sum(own) / dimensions.length }),
    ...(partner === undefined ? {} : { partner: sum(partner) / dimensions.length }),
    ...(own === undefined || partner === undefined ? {} : apart(own, partner)),
  };
}

function apart(own: ReviewScores, partner: ReviewScores): Partial<PerceptionGap> {
  // Of sums, which are whole, so that a gap of 0.2 is 0.2 and not 0.20000000000000018.
  const points = sum(own) - sum(partner);
  const distanceIn = (dimension: (typeof dimensions)[number]): number => Math.abs(own[dimension] - partner[dimension]);
  const widest = dimensions.reduce((one, other) => (distanceIn(other) > distanceIn(one) ? other : one));
  return {
    gap: points / dimensions.length,
    distance: Math.abs(points) / dimensions.length,
    ...(points === 0 ? {} : { happierSide: points > 0 ? 'OWN' : 'PARTNER' }),
    ...(distanceIn(widest) === 0 ? {} : { widestDimension: widest }),
  };
}

function sum(scores: ReviewScores): number {
  return dimensions.reduce((total, dimension) => total + scores[dimension], 0);
}
