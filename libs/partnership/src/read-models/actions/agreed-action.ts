import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type CalendarDate, daysBetween } from '#calendar';
import { CompoundIndex, Indexed } from '#document-store';
import { type Side, SideEnum } from '#directory';
import { LocalDate } from '#graphql';
import type { ActionStatus } from '../../domain/events/actions.js';

import type { SealedText } from '#directory/domain';
import { ActionStatusEnum } from '../../graphql-enums.js';

/** An agreed action as lists show it. Its text is kept sealed and opened when it is asked for. */
@ObjectType('Action', { description: 'What one side promised the other, in a review or between reviews.' })
@CompoundIndex(['status', 'dueOn'])
@CompoundIndex(['partnershipId', 'dueOn'])
@CompoundIndex(['ownerSide', 'dueOn'])
@CompoundIndex(['ownerPersonId', 'dueOn'])
export class AgreedAction {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => ID)
  readonly partnershipId!: string;

  @Field(() => ID, { nullable: true })
  readonly companyId?: string;

  @Field(() => String, { nullable: true, description: 'The legal name the partner company has now.' })
  readonly companyName?: string;

  @Field(() => ID, { nullable: true, description: 'The review it was agreed in; null between reviews.' })
  readonly reviewId?: string;

  readonly sealedText!: SealedText;

  @Field(() => String, { nullable: true, description: 'What is to be done; null when the text was redacted.' })
  readonly text?: string;

  @Indexed()
  @Field(() => SideEnum)
  readonly ownerSide!: Side;

  @Indexed()
  @Field(() => ID)
  readonly ownerPersonId!: string;

  @Field(() => String, { nullable: true, description: 'The owner’s name as far as the asker may see it.' })
  readonly ownerName?: string;

  @Indexed()
  @Field(() => ActionStatusEnum)
  readonly status!: ActionStatus;

  @Indexed()
  @Field(() => LocalDate)
  readonly agreedOn!: string;

  @Indexed()
  @Field(() => LocalDate, { description: 'As last planned.' })
  readonly dueOn!: string;

  @Field(() => LocalDate, { description: 'As first agreed.' })
  readonly originallyDueOn!: string;

  @Indexed()
  @Field(() => Int, { description: 'How often it got another due date.' })
  readonly replanCount!: number;

  @Field(() => Int, { description: 'Days since it was due; 0 when it is not open or not yet due.' })
  readonly overdueDays?: number;

  @Field(() => LocalDate, { nullable: true })
  readonly completedOn?: string;

  @Field(() => String, { nullable: true, description: 'What was said at completion.' })
  readonly note?: string;

  @Field(() => LocalDate, { nullable: true })
  readonly cancelledOn?: string;

  @Field(() => String, { nullable: true })
  readonly cancelReason?: string;
}

/** Days for which an action is overdue on a day: 0 unless it is open and its due date has passed. */
export function actionOverdueDays({ status, dueOn }: AgreedAction, today: CalendarDate): number {
  return status === 'OPEN' ? Math.max(0, daysBetween(dueOn, today)) : 0;
}
