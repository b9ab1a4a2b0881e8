import { InputType } from '@nestjs/graphql';
import { DateField, IdField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class ConcludePartnershipInput extends PartnershipCommandInput {
  @DateField({ description: 'The day on which it really ended: the agreed end or later.' })
  readonly endedOn!: string;

  @IdField('rev', { optional: true, description: 'The exit review; by default the last one held, if any.' })
  readonly exitReviewId?: string;
}
