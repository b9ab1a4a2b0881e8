import { InputType } from '@nestjs/graphql';
import { IdField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class ExpireProposalInput extends PartnershipCommandInput {
  @IdField('tpr')
  readonly proposalId!: string;
}
