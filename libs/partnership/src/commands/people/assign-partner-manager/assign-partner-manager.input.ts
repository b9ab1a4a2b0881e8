import { InputType } from '@nestjs/graphql';
import { DateField, FreeTextField, IdField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class AssignPartnerManagerInput extends PartnershipCommandInput {
  @IdField('mgr')
  readonly managerId!: string;

  @DateField({ optional: true, description: 'First day of the duty, today unless given; may be planned.' })
  readonly from?: string;

  @FreeTextField({ optional: true, description: 'What the manager has to know to start.' })
  readonly handoverNote?: string;
}
