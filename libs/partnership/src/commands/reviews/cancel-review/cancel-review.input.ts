import { InputType } from '@nestjs/graphql';
import { FreeTextField, IdField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class CancelReviewInput extends PartnershipCommandInput {
  @IdField('rev')
  readonly reviewId!: string;

  @FreeTextField({ max: 2000 })
  readonly reason!: string;
}
