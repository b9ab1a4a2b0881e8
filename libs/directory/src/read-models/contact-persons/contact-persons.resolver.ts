import { Field, ID, InputType } from '@nestjs/graphql';
import { documentList } from '#graphql';
import type { Side } from '../../domain/facts.js';
import { SideEnum } from '../../graphql-enums.js';
import { contactPersons } from './contact-persons.js';
import { ContactPersonPresenter } from './person-names.query.js';

@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class ContactPersonFilter {
  @Field(() => ID, { nullable: true })
  readonly id?: string;

  @Field(() => SideEnum, { nullable: true })
  readonly side?: Side;

  @Field(() => ID, { nullable: true })
  readonly companyId?: string;

  @Field(() => Boolean, { nullable: true })
  readonly erased?: boolean;
}

export const contactPersonsList = documentList({
  query: 'contactPersons',
  name: 'ContactPerson',
  description: 'The contact persons, by default the latest first. Own side only.',
  projection: contactPersons,
  filter: ContactPersonFilter,
  sortFields: ['registeredOn', 'side', 'companyId'],
  defaultSort: ['registeredOn', 'desc'],
  readers: 'own',
  presenter: ContactPersonPresenter,
});
