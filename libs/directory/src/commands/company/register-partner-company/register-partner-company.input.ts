import { InputType } from '@nestjs/graphql';
import { BooleanField, CommandInput, LineField, LineListField, ObjectField, ObjectListField } from '#graphql';
import {
  CountryField,
  DomainField,
  ExternalRefInput,
  RegisterEntryInput,
} from '../../../inputs/company-identity.input.js';

@InputType()
export class RegisterPartnerCompanyInput extends CommandInput {
  @LineField({ max: 300 })
  readonly legalName!: string;

  @CountryField()
  readonly country?: string;

  @LineField({ max: 30, optional: true, description: 'Legal entity identifier (ISO 17442).' })
  readonly lei?: string;

  @ObjectField(() => RegisterEntryInput, { optional: true })
  readonly register?: RegisterEntryInput;

  @LineField({ max: 30, optional: true })
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
