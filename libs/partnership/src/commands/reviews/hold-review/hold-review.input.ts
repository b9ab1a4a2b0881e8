import { InputType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import { DateField, EnumField, FreeTextField, IdField, ObjectField, ObjectListField } from '#graphql';
import type { ActionStatus } from '../../../domain/events/actions.js';
import type { ReviewKind, ReviewOutcome } from '../../../domain/events/reviews.js';
import { ActionStatusEnum, ReviewKindEnum, ReviewOutcomeEnum } from '../../../graphql-enums.js';
import { NewActionInput } from '../../../inputs/new-action.input.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';
import { ReviewScoresInput } from '../../../inputs/review-scores.input.js';

@InputType({ description: 'A person who took part, and the side the person stood for.' })
export class ReviewParticipantInput {
  @EnumField(SideEnum)
  readonly side!: Side;

  @IdField('prs')
  readonly personId!: string;
}

@InputType({ description: 'How an action stands on the day of the review.' })
export class OpenActionStatusInput {
  @IdField('act')
  readonly actionId!: string;

  @EnumField(ActionStatusEnum)
  readonly status!: ActionStatus;
}

@InputType()
export class HoldReviewInput extends PartnershipCommandInput {
  @IdField('rev', { optional: true, description: 'The planned review it is; by default the one planned near heldOn.' })
  readonly reviewId?: string;

  @DateField()
  readonly heldOn!: string;

  @EnumField(ReviewKindEnum)
  readonly kind!: ReviewKind;

  @ObjectListField(() => ReviewParticipantInput, { max: 50 })
  readonly participants!: readonly ReviewParticipantInput[];

  @ObjectField(() => ReviewScoresInput, { optional: true })
  readonly scoresOwn?: ReviewScoresInput;

  @ObjectField(() => ReviewScoresInput, { optional: true })
  readonly scoresPartner?: ReviewScoresInput;

  @ObjectListField(() => OpenActionStatusInput, { optional: true, description: 'Every action still open from before.' })
  readonly openActionStatus?: readonly OpenActionStatusInput[];

  @EnumField(ReviewOutcomeEnum)
  readonly outcome!: ReviewOutcome;

  @FreeTextField()
  readonly summary!: string;

  @DateField({ optional: true, description: 'By default heldOn and the cadence of the tier.' })
  readonly nextReviewOn?: string;

  @ObjectListField(() => NewActionInput, { optional: true, max: 50 })
  readonly actions?: readonly NewActionInput[];
}
