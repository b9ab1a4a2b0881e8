import { InputType } from '@nestjs/graphql';
import {
  CommandInput,
  DateField,
  EnumField,
  IdField,
  IntField,
  LineField,
  LineListField,
  ReferenceField,
} from '#graphql';
import { type PartnerCategory, PartnerCategoryEnum } from '#programme';
import type { OpeningState } from '../../../domain/vocabulary.js';
import { OpeningStateEnum } from '../../../graphql-enums.js';

@InputType()
export class ImportPartnershipInput extends CommandInput {
  @IdField('cmp')
  readonly companyId!: string;

  @EnumField(PartnerCategoryEnum)
  readonly category!: PartnerCategory;

  @EnumField(OpeningStateEnum)
  readonly openingState!: OpeningState;

  @DateField({ optional: true, description: 'When it really began.' })
  readonly originalStartOn?: string;

  @DateField({ optional: true })
  readonly lastActivityOn?: string;

  @DateField({ optional: true })
  readonly lastReviewOn?: string;

  @LineField({ max: 100, description: 'Where the list comes from, for example SALESFORCE.' })
  readonly sourceSystem!: string;

  @ReferenceField({ description: 'Its id there.' })
  readonly sourceRecordId!: string;

  @IdField('imp')
  readonly batchId!: string;

  @IntField({ min: 1, description: 'Its line in the file.' })
  readonly rowNo!: number;

  @LineListField({ max: 100, description: 'What the source did not say.' })
  readonly unknownFields!: readonly string[];
}
