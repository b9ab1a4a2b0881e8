import { Field, InputType } from '@nestjs/graphql';
import { documentList } from '#graphql';
import { partnerManagers } from './partner-managers.js';

@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class PartnerManagerFilter {
  @Field(() => String, { nullable: true })
  readonly userId?: string;

  @Field(() => Boolean, { nullable: true })
  readonly active?: boolean;
}

export const partnerManagersList = documentList({
  query: 'partnerManagers',
  name: 'PartnerManager',
  description: 'The partner managers, by default by user id. Own side only.',
  projection: partnerManagers,
  filter: PartnerManagerFilter,
  sortFields: ['userId', 'appointedOn'],
  defaultSort: ['userId', 'asc'],
  readers: 'own',
});
