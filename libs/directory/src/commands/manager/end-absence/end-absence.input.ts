import { InputType } from '@nestjs/graphql';
import { DateField } from '#graphql';
import { ManagerCommandInput } from '../../../inputs/manager-command.input.js';

@InputType()
export class EndAbsenceInput extends ManagerCommandInput {
  @DateField({ optional: true, description: 'First day of the absence meant; by default the running one.' })
  readonly from?: string;

  @DateField({ optional: true, description: 'The day of return; its first day cancels the absence.' })
  readonly endedOn?: string;
}
