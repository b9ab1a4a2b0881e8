import { InputType } from '@nestjs/graphql';
import { DateField, FreeTextField, IdField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class CompleteActionInput extends PartnershipCommandInput {
  @IdField('act')
  readonly actionId!: string;

  @DateField()
  readonly completedOn!: string;

  @FreeTextField({ optional: true, max: 2000 })
  readonly note?: string;
}
