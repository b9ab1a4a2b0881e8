import { InputType } from '@nestjs/graphql';
import { EnumListField, enumType, type FieldRules, IdField, CommandInput } from '#graphql';
import { personFields } from '../domain/person/person-field.js';

/** What every command on an existing contact person names. */
@InputType({ isAbstract: true })
export abstract class PersonCommandInput extends CommandInput {
  @IdField('prs')
  readonly personId!: string;
}

const PersonFieldEnum = enumType('PersonField', personFields, 'What the vault holds about a person.');

/** Some of the fields of the vault; all of them unless some are named. */
export const PersonFieldsField = (rules: FieldRules = {}): PropertyDecorator =>
  EnumListField(PersonFieldEnum, { optional: true, description: 'All fields unless some are named.', ...rules });
