import { InputType } from '@nestjs/graphql';
import { IdField, ObjectField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';
import { ReviewScoresInput } from '../../../inputs/review-scores.input.js';

@InputType()
export class SubmitPartnerScoresInput extends PartnershipCommandInput {
  @IdField('rev')
  readonly reviewId!: string;

  @ObjectField(() => ReviewScoresInput)
  readonly scores!: ReviewScoresInput;

  @IdField('prs', { description: 'The person of the partner side whose answer it is.' })
  readonly submittedBy!: string;
}
