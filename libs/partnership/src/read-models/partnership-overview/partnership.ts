import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CompoundIndex, Indexed } from '#document-store';
import { type Side, SideEnum } from '#directory';
import type { CalendarDate } from '#calendar';
import { LocalDate } from '#graphql';
import { type PartnerCategory, PartnerCategoryEnum } from '#programme';
import type { PeopleState } from '../../domain/state/people.js';
import type { PartnershipStatus } from '../../domain/vocabulary.js';
import { PartnershipStatusEnum } from '../../graphql-enums.js';
import type { ReviewDates } from './next-review.js';

/** The responsible contact of a side on the day of the question. */
@ObjectType({ description: 'Who is responsible on a side, since when. The name is in the contact directory.' })
export class ResponsibleContact {
  @Field(() => ID)
  readonly personId!: string;

  @Field(() => LocalDate)
  readonly validFrom!: string;

  @Field(() => LocalDate, { nullable: true, description: 'First day without the duty; null while no end is set.' })
  readonly validUntil?: string;
}

/** The proposal to end the partnership that waits for an answer. */
@ObjectType({ description: 'A proposal to end the partnership by mutual agreement that waits for an answer.' })
export class OpenProposal {
  @Field(() => ID)
  readonly proposalId!: string;

  @Field(() => SideEnum)
  readonly proposingSide!: Side;

  @Field(() => LocalDate, { description: 'The last day on which it can be accepted.' })
  readonly acceptBy!: string;

  @Field(() => LocalDate)
  readonly endsOn!: string;
}

/** A partnership as lists, boards and commands show it. */
@ObjectType({ description: 'A partnership with one company in one category.' })
@CompoundIndex(['state', 'openedOn'])
@CompoundIndex(['managerId', 'openedOn'])
export class Partnership {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => ID)
  readonly companyId!: string;

  @Field(() => String, { nullable: true, description: 'The legal name the company has now.' })
  readonly companyName?: string;

  @Indexed()
  @Field(() => PartnerCategoryEnum)
  readonly category!: PartnerCategory;

  @Indexed()
  @Field(() => PartnershipStatusEnum)
  readonly state!: PartnershipStatus;

  @Field(() => String, { nullable: true })
  readonly tier?: string;

  @Field(() => ID, { nullable: true })
  readonly programmeId?: string;

  @Field(() => Int, { nullable: true })
  readonly programmeVersion?: number;

  @Indexed()
  @Field(() => ID, { nullable: true })
  readonly managerId?: string;

  /** First day of the manager's duty. */
  readonly managerFrom?: CalendarDate;

  @Field(() => ResponsibleContact, { nullable: true, description: 'Of the own side today; null is a vacancy.' })
  readonly contactOwn?: ResponsibleContact;

  @Field(() => ResponsibleContact, { nullable: true, description: 'Of the partner side today; null is a vacancy.' })
  readonly contactPartner?: ResponsibleContact;

  /** The times of duty of both sides, planned ones included: who has it today is a question of the calendar. */
  readonly contacts?: PeopleState['contacts'];

  @Field(() => String, { nullable: true, description: 'Why the partnership was proposed.' })
  readonly strategicRationale?: string;

  @Field(() => ID, { nullable: true })
  readonly predecessorPartnershipId?: string;

  @Field(() => Boolean, { description: 'Taken over from another system; what it did not say is unknown.' })
  readonly imported!: boolean;

  @Indexed()
  @Field(() => LocalDate, { description: 'Proposed or imported on.' })
  readonly openedOn!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly targetActivationOn?: string;

  @Field(() => LocalDate, { nullable: true })
  readonly activatedOn?: string;

  @Field(() => LocalDate, { nullable: true, description: 'End of the agreement in force, unless open-ended.' })
  readonly agreementEndsOn?: string;

  @Indexed()
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last substantive contact between the companies, or review.',
  })
  readonly lastContactOn?: string;

  @Field(() => LocalDate, { nullable: true })
  readonly lastReviewOn?: string;

  @Indexed()
  @Field(() => LocalDate, { nullable: true })
  readonly nextReviewOn?: string;

  /** What `nextReviewOn` rests on: the reviews that are planned, and the last one held. */
  readonly reviews?: ReviewDates;

  @Field(() => Int)
  readonly openActions!: number;

  @Field(() => OpenProposal, { nullable: true })
  readonly proposal?: OpenProposal;

  @Indexed()
  @Field(() => LocalDate, { nullable: true, description: 'Agreed or declared end; the real one once it has ended.' })
  readonly endsOn?: string;

  @Field(() => Int, { description: 'Revision of its stream; usable as expectedRevision.' })
  readonly revision!: number;
}
