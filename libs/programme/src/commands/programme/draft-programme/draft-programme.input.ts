import { InputType } from '@nestjs/graphql';
import { EnumField } from '#graphql';
import type { PartnerCategory } from '../../../domain/programme-version.js';
import { PartnerCategoryEnum } from '../../../graphql-enums.js';
import { ProgrammeContentInput } from '../../../inputs/programme-content.input.js';

@InputType()
export class DraftProgrammeInput extends ProgrammeContentInput {
  @EnumField(PartnerCategoryEnum)
  readonly category!: PartnerCategory;
}
