import { InputType } from '@nestjs/graphql';
import {
  BooleanField,
  CommandInput,
  EnumListField,
  enumType,
  FreeTextField,
  IdField,
  ObjectField,
  ObjectListField,
  ReferenceField,
} from '#graphql';
import { removableFields, type RemovableField } from '../../../domain/company/company-identity.js';
import {
  CountryField,
  DomainField,
  ExternalRefInput,
  RegisterEntryInput,
} from '../../../inputs/company-identity.input.js';

const RemovableFieldEnum = enumType('RemovableCompanyField', removableFields, 'What a correction can take away.');

@InputType()
export class CorrectCompanyDataInput extends CommandInput {
  @IdField('cmp')
  readonly companyId!: string;

  @ReferenceField({ max: 300, optional: true })
  readonly legalName?: string;

  @CountryField()
  readonly country?: string;

  @ReferenceField({ max: 30, optional: true })
  readonly lei?: string;

  @ObjectField(() => RegisterEntryInput, { optional: true })
  readonly register?: RegisterEntryInput;

  @ReferenceField({ max: 30, optional: true })
  readonly vatId?: string;

  @DomainField()
  readonly domain?: string;

  @ObjectListField(() => ExternalRefInput, { optional: true, max: 20 })
  readonly externalRefs?: readonly ExternalRefInput[];

  @EnumListField(RemovableFieldEnum, { optional: true, description: 'Values that were wrong and have no successor.' })
  readonly remove?: readonly RemovableField[];

  @FreeTextField({ max: 2000 })
  readonly reason!: string;

  @BooleanField({ optional: true, description: 'It is another company than the one with the same domain or name.' })
  readonly confirmDistinct?: boolean;
}
