import { InputType } from '@nestjs/graphql';
import { CommandInput, DateField, EnumField, FreeTextField, IdField } from '#graphql';
import { type PartnerCategory, PartnerCategoryEnum } from '#programme';

@InputType()
export class ProposePartnershipInput extends CommandInput {
  @IdField('cmp')
  readonly companyId!: string;

  @EnumField(PartnerCategoryEnum)
  readonly category!: PartnerCategory;

  @FreeTextField({ description: 'Why this partnership: reasons and aims.' })
  readonly strategicRationale!: string;

  @DateField({ optional: true, description: 'Today unless given.' })
  readonly proposedOn?: string;

  @IdField('prt', { optional: true, description: 'The ended partnership that this one takes up again.' })
  readonly predecessorPartnershipId?: string;
}
