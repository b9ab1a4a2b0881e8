import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '#calendar';
import type { Absence, ManagerFacts } from '#directory/domain';
import { LocalDate } from '#graphql';
import { type PartnershipStatus, partnershipStatuses } from '../../domain/vocabulary.js';
import { PartnershipStatusEnum } from '../../graphql-enums.js';

/** What a partner manager's partnerships add up to. */
export interface PortfolioCounts {
  readonly byState: Readonly<Record<PartnershipStatus, number>>;
  readonly vacanciesOwn: number;
  readonly vacanciesPartner: number;
  readonly reviewsDueIn7Days: number;
  readonly reviewsDueIn30Days: number;
  readonly reviewsOverdue: number;
  readonly openActions: number;
  readonly overdueActions: number;
}

/** How many partnerships of a portfolio are in a state. */
@ObjectType({ description: 'How many partnerships of a portfolio are in a state.' })
export class PortfolioState {
  @Field(() => PartnershipStatusEnum)
  readonly state!: PartnershipStatus;

  @Field(() => Int)
  readonly count!: number;
}

/** What a partner manager looks after, and what is due (domain.md 4.1, `portfolio`). Counted when it is asked for. */
@ObjectType({ description: 'What a partner manager looks after, and what is due today.' })
export class Portfolio {
  @Field(() => ID)
  readonly managerId!: string;

  @Field(() => Boolean, { description: 'Appointed and not dismissed.' })
  readonly active!: boolean;

  @Field(() => [PortfolioState], { description: 'Every state, also those without a partnership.' })
  readonly states!: readonly PortfolioState[];

  @Field(() => Int, { description: 'Neither terminated nor abandoned.' })
  readonly openPartnerships!: number;

  @Field(() => Int, { description: 'Partnerships one person can look after.' })
  readonly capacity!: number;

  @Field(() => Int, { description: 'Capacity that is left; negative above it.' })
  readonly freeCapacity!: number;

  @Field(() => Boolean, { description: 'Away today.' })
  readonly absent!: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day back; null when it is open or nobody is away.',
  })
  readonly absentUntil?: string;

  @Field(() => ID, { nullable: true, description: 'The partner manager who stands in today.' })
  readonly deputyManagerId?: string;

  @Field(() => Int, { description: 'Live partnerships without a responsible contact of the own side.' })
  readonly vacanciesOwn!: number;

  @Field(() => Int, { description: 'Live partnerships without a responsible contact of the partner side.' })
  readonly vacanciesPartner!: number;

  @Field(() => Int, { description: 'Next reviews from today until in 7 days, of partnerships onboarding or active.' })
  readonly reviewsDueIn7Days!: number;

  @Field(() => Int, { description: 'Next reviews from today until in 30 days, those of the next 7 included.' })
  readonly reviewsDueIn30Days!: number;

  @Field(() => Int, { description: 'Next reviews that were due before today.' })
  readonly reviewsOverdue!: number;

  @Field(() => Int, { description: 'Open actions of open partnerships, of either side.' })
  readonly openActions!: number;

  @Field(() => Int, { description: 'Those that were due before today.' })
  readonly overdueActions!: number;
}

/** The portfolio of a manager on a day. */
export function portfolioOf(manager: ManagerFacts, counts: PortfolioCounts, today: CalendarDate): Portfolio {
  const { managerId, active, capacity } = manager;
  const { byState, ...due } = counts;
  const states = partnershipStatuses.map((state) => ({ state, count: byState[state] }));
  const openPartnerships = states
    .filter(({ state }) => state !== 'TERMINATED' && state !== 'ABANDONED')
    .reduce((total, { count }) => total + count, 0);
  return {
    managerId,
    active,
    states,
    openPartnerships,
    capacity,
    freeCapacity: capacity - openPartnerships,
    ...absenceFields(absenceOn(manager, today)),
    ...due,
  };
}

function absenceOn({ absences }: ManagerFacts, date: CalendarDate): Absence | undefined {
  return absences.find(({ from, until }) => from <= date && (until === undefined || date < until));
}

function absenceFields(absence: Absence | undefined): Pick<Portfolio, 'absent' | 'absentUntil' | 'deputyManagerId'> {
  if (absence === undefined) return { absent: false };
  const { until, deputyManagerId } = absence;
  return {
    absent: true,
    ...(until === undefined ? {} : { absentUntil: until }),
    ...(deputyManagerId === undefined ? {} : { deputyManagerId }),
  };
}
