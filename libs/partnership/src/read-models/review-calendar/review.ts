import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { type CalendarDate, daysBetween } from '#calendar';
import { CompoundIndex, Indexed } from '#document-store';
import { type Side, SideEnum } from '#directory';
import { LocalDate } from '#graphql';
import type { ReviewKind, ReviewOutcome, ReviewScores } from '../../domain/events/reviews.js';
import type { ReviewStatus } from '../../domain/review-statuses.js';

import type { SealedText } from '#directory/domain';
import { ReviewKindEnum, ReviewOutcomeEnum, ReviewStatusEnum } from '../../graphql-enums.js';

/** A person in a review, with the name as far as the asker may see it. */
@ObjectType({ description: 'A person in a review, and the side the person stood for.' })
export class ReviewPerson {
  @Field(() => SideEnum)
  readonly side!: Side;

  @Field(() => ID)
  readonly personId!: string;

  @Field(() => String, { nullable: true, description: 'The name as far as the asker may see it.' })
  readonly name?: string;
}

/** The five scores of one side, each from 1 to 5. */
@ObjectType('ReviewScores', { description: 'The scores of one side, each from 1 to 5.' })
export class ScoresOfSide implements ReviewScores {
  @Field(() => Int)
  readonly strategicFit!: number;

  @Field(() => Int)
  readonly results!: number;

  @Field(() => Int)
  readonly delivery!: number;

  @Field(() => Int)
  readonly communication!: number;

  @Field(() => Int)
  readonly trust!: number;
}

/** A review as the calendar shows it. Its summary is kept sealed and opened when it is asked for. */
@ObjectType({ description: 'A review of a partnership: planned, held or called off.' })
@CompoundIndex(['status', 'plannedOn'])
@CompoundIndex(['status', 'takesPlaceOn'])
@CompoundIndex(['partnershipId', 'takesPlaceOn'])
@CompoundIndex(['partnershipId', 'heldOn'])
export class Review {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => ID)
  readonly partnershipId!: string;

  @Field(() => ID, { nullable: true })
  readonly companyId?: string;

  @Field(() => String, { nullable: true, description: 'The legal name the partner company has now.' })
  readonly companyName?: string;

  @Indexed()
  @Field(() => ReviewKindEnum)
  readonly kind!: ReviewKind;

  @Indexed()
  @Field(() => ReviewStatusEnum)
  readonly status!: ReviewStatus;

  @Indexed()
  @Field(() => LocalDate, { description: 'Its day in the calendar: held on, else planned on.' })
  readonly takesPlaceOn!: string;

  @Indexed()
  @Field(() => LocalDate, { nullable: true, description: 'Null when nobody planned it.' })
  readonly plannedOn?: string;

  @Indexed()
  @Field(() => LocalDate, { nullable: true })
  readonly heldOn?: string;

  @Field(() => Int, { description: 'Days since it was planned to take place; 0 unless it is still only planned.' })
  readonly overdueDays?: number;

  @Field(() => String, { nullable: true })
  readonly agenda?: string;

  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  readonly cancelReason?: string;

  @Field(() => ReviewOutcomeEnum, { nullable: true })
  readonly outcome?: ReviewOutcome;

  @Field(() => ID, { nullable: true, description: 'The partner manager on that day.' })
  readonly managerId?: string;

  @Field(() => ReviewPerson, { nullable: true, description: 'Responsible for the own side on that day.' })
  readonly responsibleContactOwn?: ReviewPerson;

  @Field(() => ReviewPerson, { nullable: true, description: 'Responsible for the partner side on that day.' })
  readonly responsibleContactPartner?: ReviewPerson;

  @Indexed('side')
  @Field(() => [ReviewPerson], { description: 'Who took part; nobody as long as it is not held.' })
  readonly participants!: readonly ReviewPerson[];

  @Field(() => Boolean, { nullable: true, description: 'Only one side took part.' })
  readonly oneSided?: boolean;

  @Field(() => ScoresOfSide, { nullable: true })
  readonly scoresOwn?: ReviewScores;

  @Field(() => ScoresOfSide, { nullable: true })
  readonly scoresPartner?: ReviewScores;

  @Field(() => Float, { nullable: true, description: 'Mean of the own side’s five scores, with one decimal.' })
  readonly meanScoreOwn?: number;

  @Field(() => Float, { nullable: true, description: 'Mean of the partner side’s five scores, with one decimal.' })
  readonly meanScorePartner?: number;

  @Indexed()
  @Field(() => Boolean, { description: 'Held, and the partner side has not scored it.' })
  readonly missingPartnerScores!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'When the next review was due, as said in this one.' })
  readonly nextReviewOn?: string;

  readonly sealedSummary?: SealedText;

  @Field(() => String, { nullable: true, description: 'Null as long as it is not held, and when it was redacted.' })
  readonly summary?: string;
}

/** Days for which a review is overdue on a day: 0 unless it is still only planned and its day has passed. */
export function reviewOverdueDays({ status, plannedOn }: Review, today: CalendarDate): number {
  return status === 'PLANNED' && plannedOn !== undefined ? Math.max(0, daysBetween(plannedOn, today)) : 0;
}
