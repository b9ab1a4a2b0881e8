import { InputType } from '@nestjs/graphql';
import { FreeTextField } from '#graphql';
import type { PersonField } from '../../../domain/person/person-field.js';
import { PersonCommandInput, PersonFieldsField } from '../../../inputs/person-command.input.js';

@InputType()
export class ErasePersonDataInput extends PersonCommandInput {
  @FreeTextField({ max: 300 })
  readonly legalBasis!: string;

  @PersonFieldsField()
  readonly fields?: readonly PersonField[];
}
