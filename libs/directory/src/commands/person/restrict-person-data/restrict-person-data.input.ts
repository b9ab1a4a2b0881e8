import { InputType } from '@nestjs/graphql';
import { DateField, FreeTextField } from '#graphql';
import type { PersonField } from '../../../domain/person/person-field.js';
import { PersonCommandInput, PersonFieldsField } from '../../../inputs/person-command.input.js';

@InputType()
export class RestrictPersonDataInput extends PersonCommandInput {
  @FreeTextField({ max: 300 })
  readonly legalBasis!: string;

  @PersonFieldsField()
  readonly fields?: readonly PersonField[];

  @DateField({ optional: true, description: 'The last day; until further notice when it is not given.' })
  readonly restrictedUntil?: string;
}
