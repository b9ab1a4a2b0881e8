import { InputType } from '@nestjs/graphql';
import { BooleanField, CommandInput, LineListField, ObjectField, ObjectListField, ReferenceField } from '#graphql';
import {
  CountryField,
  DomainField,
  ExternalRefInput,
  RegisterEntryInput,
} from '../../../inputs/company-identity.input.js';

@InputType()
export class RegisterPartnerCompanyInput extends CommandInput {
  @ReferenceField({ max: 300 })
  readonly legalName!: string;

  @CountryField()
  readonly country?: string;

  @ReferenceField({ max: 30, optional: true, description: 'Legal entity identifier (ISO 17442).' })
  readonly lei?: string;

  @ObjectField(() => RegisterEntryInput, { optional: true })
  readonly register?: RegisterEntryInput;

  @ReferenceField({ max: 30, optional: true })
  readonly vatId?: string;

  @DomainField()
  readonly domain?: string;

  @ObjectListField(() => ExternalRefInput, { optional: true, max: 20 })
  readonly externalRefs?: readonly ExternalRefInput[];

  @LineListField({
    optional: true,
    max: 100,
    description: 'What the source of an import does not say; only country is required.',
  })
  readonly unknownFields?: readonly string[];

  @BooleanField({ optional: true, description: 'It is another company than the one with the same domain or name.' })
  readonly confirmDistinct?: boolean;
}
