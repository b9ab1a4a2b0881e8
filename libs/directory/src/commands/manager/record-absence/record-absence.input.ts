import { InputType } from '@nestjs/graphql';
import { DateField, IdField } from '#graphql';
import { ManagerCommandInput } from '../../../inputs/manager-command.input.js';

@InputType()
export class RecordAbsenceInput extends ManagerCommandInput {
  @DateField()
  readonly from!: string;

  @DateField({ optional: true, description: 'The day of return.' })
  readonly until?: string;

  @IdField('mgr', { optional: true })
  readonly deputyManagerId?: string;
}
