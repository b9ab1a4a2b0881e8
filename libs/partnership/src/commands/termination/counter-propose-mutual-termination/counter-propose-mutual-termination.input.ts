import { InputType } from '@nestjs/graphql';
import { IdField } from '#graphql';
import { TerminationOfferInput } from '../../../inputs/termination-offer.input.js';

@InputType()
export class CounterProposeMutualTerminationInput extends TerminationOfferInput {
  @IdField('tpr', { description: 'The open proposal of the other side, which is superseded.' })
  readonly proposalId!: string;
}
