import { Field, ID, InputType } from '@nestjs/graphql';
import { documentList } from '#graphql';
import { partnerCompanies } from './partner-companies.js';

@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class PartnerCompanyFilter {
  @Field(() => ID, { nullable: true })
  readonly id?: string;

  @Field(() => String, { nullable: true, description: 'The legal name, exactly.' })
  readonly legalName?: string;

  @Field(() => String, { nullable: true })
  readonly lei?: string;

  @Field(() => String, { nullable: true })
  readonly domain?: string;

  @Field(() => String, { nullable: true })
  readonly country?: string;
}

export const partnerCompaniesList = documentList({
  query: 'partnerCompanies',
  name: 'PartnerCompany',
  description: 'The partner companies, by default by name. Own side only.',
  projection: partnerCompanies,
  filter: PartnerCompanyFilter,
  sortFields: ['legalName', 'country', 'registeredOn'],
  defaultSort: ['legalName', 'asc'],
  readers: 'own',
});
