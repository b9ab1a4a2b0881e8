import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Indexed } from '#document-store';
import { LocalDate } from '#graphql';

@ObjectType({ description: 'An entry in a commercial register.' })
export class RegisterEntryType {
  @Field(() => String)
  readonly court!: string;

  @Field(() => String)
  readonly type!: string;

  @Field(() => String)
  readonly number!: string;
}

@ObjectType({ description: 'The id of a company in another system.' })
export class ExternalRefType {
  @Field(() => String)
  readonly system!: string;

  @Field(() => String)
  readonly id!: string;
}

/** A partner company: a legal entity, never a person. */
@ObjectType({ description: 'A legal entity on the other side.' })
export class PartnerCompany {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => String)
  readonly legalName!: string;

  @Indexed()
  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2; null when an imported list did not say it.',
  })
  readonly country?: string;

  @Indexed()
  @Field(() => String, { nullable: true, description: 'Legal entity identifier (ISO 17442).' })
  readonly lei?: string;

  @Field(() => RegisterEntryType, { nullable: true })
  readonly register?: RegisterEntryType;

  @Field(() => String, { nullable: true })
  readonly vatId?: string;

  @Indexed()
  @Field(() => String, { nullable: true })
  readonly domain?: string;

  @Field(() => [ExternalRefType])
  readonly externalRefs!: readonly ExternalRefType[];

  @Field(() => [String], { description: 'What an imported list did not say and nobody has added since.' })
  readonly unknownFields!: readonly string[];

  @Indexed()
  @Field(() => LocalDate)
  readonly registeredOn!: string;

  @Field(() => Int, { description: 'Revision of its stream; usable as expectedRevision.' })
  readonly revision!: number;
}
