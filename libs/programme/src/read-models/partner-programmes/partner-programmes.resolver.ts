import { Field, ID, InputType } from '@nestjs/graphql';
import { documentList } from '#graphql';
import type { PartnerCategory } from '../../domain/programme-version.js';
import { PartnerCategoryEnum } from '../../graphql-enums.js';
import { partnerProgrammes } from './partner-programmes.js';

@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class PartnerProgrammeFilter {
  @Field(() => ID, { nullable: true })
  readonly id?: string;

  @Field(() => PartnerCategoryEnum, { nullable: true })
  readonly category?: PartnerCategory;

  @Field(() => Boolean, { nullable: true, description: 'Has a version that takes new enrolments.' })
  readonly open?: boolean;
}

export const partnerProgrammesList = documentList({
  query: 'partnerProgrammes',
  name: 'PartnerProgramme',
  description: 'The partner programmes, by default by name. They are rules for everybody: partners may read them too.',
  projection: partnerProgrammes,
  filter: PartnerProgrammeFilter,
  sortFields: ['name', 'category', 'draftedOn'],
  defaultSort: ['name', 'asc'],
  readers: 'everybody',
});
