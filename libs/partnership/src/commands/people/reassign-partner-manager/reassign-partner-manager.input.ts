import { InputType } from '@nestjs/graphql';
import { DateField, FreeTextField, IdField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class ReassignPartnerManagerInput extends PartnershipCommandInput {
  @IdField('mgr')
  readonly managerId!: string;

  @DateField({ optional: true, description: 'First day of the duty, today unless given; may be planned.' })
  readonly from?: string;

  @FreeTextField({ max: 2000, optional: true, description: 'Why the manager changes.' })
  readonly reason?: string;

  @FreeTextField({ optional: true, description: 'What the successor has to know.' })
  readonly handoverNote?: string;
}
