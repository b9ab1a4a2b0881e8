import { InputType } from '@nestjs/graphql';
import { IdField, ObjectListField } from '#graphql';
import { ManagerCommandInput } from '../../../inputs/manager-command.input.js';

@InputType({ description: 'Who takes over one partnership.' })
export class HandoverInput {
  @IdField('prt')
  readonly partnershipId!: string;

  @IdField('mgr')
  readonly managerId!: string;
}

@InputType()
export class DismissPartnerManagerInput extends ManagerCommandInput {
  @ObjectListField(() => HandoverInput, { max: 1000 })
  readonly handover!: readonly HandoverInput[];
}
