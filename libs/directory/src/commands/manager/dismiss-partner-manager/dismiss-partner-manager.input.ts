import { InputType } from '@nestjs/graphql';
import { FreeTextField, IdField, ObjectListField } from '#graphql';
import { ManagerCommandInput } from '../../../inputs/manager-command.input.js';

@InputType({ description: 'Who takes over one partnership.' })
export class HandoverInput {
  @IdField('prt')
  readonly partnershipId!: string;

  @IdField('mgr')
  readonly managerId!: string;

  @FreeTextField({ max: 2000, optional: true, description: 'Why this manager takes over.' })
  readonly reason?: string;

  @FreeTextField({ optional: true, description: 'What the successor has to know.' })
  readonly handoverNote?: string;
}

@InputType()
export class DismissPartnerManagerInput extends ManagerCommandInput {
  @ObjectListField(() => HandoverInput, { max: 1000 })
  readonly handover!: readonly HandoverInput[];
}
