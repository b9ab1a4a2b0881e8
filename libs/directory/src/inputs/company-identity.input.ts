import { InputType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { LineField, ReferenceField, TextField } from '#graphql';

const isCountry = Matches(/^[A-Za-z]{2}$/, { message: '$property must be two letters (ISO 3166-1), such as DE' });
const isDomain = Matches(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, {
  message: '$property must be a domain without protocol and path, such as nordlicht.example',
});

@InputType({ description: 'An entry in a commercial register; the number is unique only with court and type.' })
export class RegisterEntryInput {
  @ReferenceField()
  readonly court!: string;

  @ReferenceField({ max: 20, description: 'HRA, HRB, …' })
  readonly type!: string;

  @ReferenceField({ max: 50 })
  readonly number!: string;
}

@InputType({ description: 'The id of a company in another system.' })
export class ExternalRefInput {
  @LineField({ max: 100 })
  readonly system!: string;

  @ReferenceField()
  readonly id!: string;
}

/** The country of a company. */
export const CountryField = (): PropertyDecorator =>
  TextField(isCountry, { optional: true, description: 'ISO 3166-1 alpha-2.' });

/** The internet domain of a company. */
export const DomainField = (): PropertyDecorator => TextField(isDomain, { optional: true });
