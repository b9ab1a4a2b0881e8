import { InputType } from '@nestjs/graphql';
import { DateField, FreeTextField, IdField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class RevokeRequirementEvidenceInput extends PartnershipCommandInput {
  @IdField('evd')
  readonly evidenceId!: string;

  @DateField({
    optional: true,
    description: 'First day on which it does not count, today unless given; may be planned.',
  })
  readonly from?: string;

  @FreeTextField({ max: 2000 })
  readonly reason!: string;
}
