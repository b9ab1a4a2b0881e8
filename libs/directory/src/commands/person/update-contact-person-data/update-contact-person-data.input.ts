import { InputType } from '@nestjs/graphql';
import { PersonalLineField } from '#graphql';
import { PersonCommandInput } from '../../../inputs/person-command.input.js';
import { EmailField, PhoneField } from '../../../inputs/person-data.input.js';

@InputType()
export class UpdateContactPersonDataInput extends PersonCommandInput {
  @PersonalLineField({ optional: true })
  readonly name?: string;

  @PersonalLineField({ optional: true, description: 'Function in the company.' })
  readonly title?: string;

  @EmailField()
  readonly email?: string;

  @PhoneField()
  readonly phone?: string;
}
