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
  type PartnerCategory,
  PartnerCategoryEnum,
  partnershipIdOf,
  type ReviewScores,
  type Side,
  SideEnum,
} from '#analytics';

/** A time as responsible contact, `[from, until)`. */
interface Duty {
  readonly personId: string;
  readonly from: string;
  readonly until?: string;
}

interface Assessment {
  readonly reviewId: string;
  readonly heldOn: string;
  readonly own?: ReviewScores;
  readonly partner?: ReviewScores;
}

/**
 * The contacts of one side of a partnership. A vacancy is a time between two contacts or after the last one; a side that
 * never named anybody has `contacts: 0`. What is recorded late or out of order comes out the same, because the numbers are
 * counted anew from the duties each time.
 */
@ObjectType({ description: 'How often a side of a partnership changed its contact, and what the vacancies did.' })
export class ContactTurnover {
  @Field(() => ID, { description: 'The partnership and the side.' })
  readonly id!: string;

  @Indexed()
  @Field(() => ID)
  readonly partnershipId!: string;

  @Indexed()
  @Field(() => SideEnum)
  readonly side!: Side;

  @Indexed()
  @Field(() => PartnerCategoryEnum)
  readonly category!: PartnerCategory;

  @Field(() => Int, { description: 'Persons who were responsible so far.' })
  readonly contacts!: number;

  @Indexed()
  @Field(() => Int, { description: 'How often another person took over, at once or after a vacancy.' })
  readonly changes!: number;

  @Indexed()
  @Field(() => Int, { description: 'How often nobody was responsible, an open vacancy included.' })
  readonly vacancies!: number;

  @Indexed()
  @Field(() => Int, { description: 'Days of the vacancies that are over.' })
  readonly vacantDays!: number;

  @Indexed()
  @Field(() => LocalDate, { nullable: true, description: 'First day of the vacancy that is open.' })
  readonly vacantSince?: string;

  @Field(() => Float, { nullable: true, description: 'Mean score of the last review before the latest vacancy.' })
  readonly scoreBeforeVacancy?: number;

  @Field(() => Float, { nullable: true, description: 'Mean score of the first review since the latest vacancy began.' })
  readonly scoreAfterVacancy?: number;

  @Indexed()
  @Field(() => Float, { nullable: true, description: 'What the latest vacancy did: after less before.' })
  readonly scoreChange?: number;

  @Field(() => LocalDate, { nullable: true, description: 'The partnership was terminated or abandoned on.' })
  readonly closedOn?: string;

  readonly duties!: readonly Duty[];
  readonly reviews!: readonly Assessment[];
}

/** Two documents per partnership, one for each side. */
export default defineProjection({
  name: 'contact-turnover',
  version: 1,
  description: 'Does a vacancy lead to falling scores?',
  document: ContactTurnover,
  key: (event) => {
    const partnershipId = partnershipIdOf(event.stream);
    return event.type === 'ContactAssigned' || event.type === 'ContactRelieved'
      ? idOf(partnershipId, event.data.side)
      : [idOf(partnershipId, 'OWN'), idOf(partnershipId, 'PARTNER')];
  },
  on: {
    PartnershipProposed: (_, { stream, data: { category } }, id) => beginning(partnershipIdOf(stream), category, id),
    PartnershipImported: (_, { stream, data: { category } }, id) => beginning(partnershipIdOf(stream), category, id),
    ContactAssigned: (side, { data: { personId, validFrom } }) =>
      side && counted({ ...side, duties: [...others(side, personId, validFrom), { personId, from: validFrom }] }),
    ContactRelieved: (side, { data: { personId, validFrom, endsOn } }) =>
      side &&
      counted({
        ...side,
        duties: [...others(side, personId, validFrom), { personId, from: validFrom, until: endsOn }],
      }),
    ReviewHeld: (side, { data: { reviewId, heldOn, scoresOwn, scoresPartner } }) =>
      side &&
      counted({
        ...side,
        reviews: [
          ...side.reviews,
          {
            reviewId,
            heldOn,
            ...(scoresOwn === undefined ? {} : { own: scoresOwn }),
            ...(scoresPartner === undefined ? {} : { partner: scoresPartner }),
          },
        ],
      }),
    PartnerScoresSubmitted: (side, { data: { reviewId, scores } }) =>
      side &&
      counted({
        ...side,
        reviews: side.reviews.map((review) => (review.reviewId === reviewId ? { ...review, partner: scores } : review)),
      }),
    PartnershipTerminatedByMutualAgreement: (side, { data: { endedOn } }) =>
      side && counted({ ...side, closedOn: endedOn }),
    PartnershipAbandoned: (side, { occurredOn }) => side && counted({ ...side, closedOn: occurredOn }),
  },
});

function idOf(partnershipId: string, side: Side): string {
  return `${partnershipId}/${side}`;
}

function beginning(partnershipId: string, category: PartnerCategory, id: string): ContactTurnover {
  const side = id === idOf(partnershipId, 'OWN') ? 'OWN' : 'PARTNER';
  return counted({ id, partnershipId, side, category, duties: [], reviews: [] });
}

/** A person assigned again for the same day only confirms the duty, so the pair names it. */
function others({ duties }: ContactTurnover, personId: string, from: string): readonly Duty[] {
  return duties.filter((duty) => duty.personId !== personId || duty.from !== from);
}

type Facts = Pick<ContactTurnover, 'id' | 'partnershipId' | 'side' | 'category' | 'closedOn' | 'duties' | 'reviews'>;

function counted(known: Facts): ContactTurnover {
  const { id, partnershipId, side, category, closedOn, reviews } = known;
  const duties = known.duties.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  // A duty that ends on its first day was never held.
  const held = duties.filter(({ from, until }) => until === undefined || from < until);
  const vacancies = vacanciesBetween(held, closedOn);
  const last = vacancies.at(-1);
  return {
    id,
    partnershipId,
    side,
    category,
    contacts: new Set(held.map(({ personId }) => personId)).size,
    changes: held.filter(({ personId }, index) => index > 0 && personId !== held[index - 1]?.personId).length,
    vacancies: vacancies.length,
    vacantDays: vacancies.reduce(
      (days, { from, until }) => days + (until === undefined ? 0 : daysBetween(from, until)),
      0,
    ),
    ...(last !== undefined && last.until === undefined ? { vacantSince: last.from } : {}),
    ...(last === undefined ? {} : scoresAround(last.from, reviews)),
    ...(closedOn === undefined ? {} : { closedOn }),
    duties,
    reviews,
  };
}

interface Vacancy {
  readonly from: string;
  readonly until?: string;
}

function vacanciesBetween(duties: readonly Duty[], closedOn: string | undefined): readonly Vacancy[] {
  return duties.flatMap(({ until: from }, index) => {
    const until = duties[index + 1]?.from ?? closedOn;
    if (from === undefined || (until !== undefined && until <= from)) return [];
    return [{ from, ...(until === undefined ? {} : { until }) }];
  });
}

function scoresAround(day: string, reviews: readonly Assessment[]): Partial<ContactTurnover> {
  const scored = reviews
    .filter(({ own, partner }) => own !== undefined || partner !== undefined)
    .toSorted((one, other) => (one.heldOn < other.heldOn ? -1 : 1));
  const before = scored.findLast(({ heldOn }) => heldOn < day);
  const after = scored.find(({ heldOn }) => heldOn >= day);
  return {
    ...(before === undefined ? {} : { scoreBeforeVacancy: mean(before) }),
    ...(after === undefined ? {} : { scoreAfterVacancy: mean(after) }),
    ...(before === undefined || after === undefined ? {} : { scoreChange: rounded(mean(after) - mean(before)) }),
  };
}

/** Of all scores that were given, by one side or by both. */
function mean({ own, partner }: Assessment): number {
  const scores = [own, partner].flatMap((given) => (given === undefined ? [] : Object.values(given)));
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
