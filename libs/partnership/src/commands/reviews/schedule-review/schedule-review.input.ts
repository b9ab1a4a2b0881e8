import { InputType } from '@nestjs/graphql';
import { DateField, EnumField, FreeTextField } from '#graphql';
import type { ReviewKind } from '../../../domain/events/reviews.js';
import { ReviewKindEnum } from '../../../graphql-enums.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class ScheduleReviewInput extends PartnershipCommandInput {
  @DateField()
  readonly plannedOn!: string;

  @EnumField(ReviewKindEnum)
  readonly kind!: ReviewKind;

  @FreeTextField({ optional: true })
  readonly agenda?: string;
}
