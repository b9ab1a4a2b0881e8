import { InputType } from '@nestjs/graphql';
import { DateField } from '#graphql';
import { PersonCommandInput } from '../../../inputs/person-command.input.js';

@InputType()
export class RecordPersonLeftCompanyInput extends PersonCommandInput {
  @DateField({ description: 'First day on which the person no longer counts.' })
  readonly leftOn!: string;
}
