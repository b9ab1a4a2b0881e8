import { InputType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import {
  DateField,
  EnumField,
  FreeTextField,
  FreeTextListField,
  LineField,
  ObjectField,
  ObjectListField,
} from '#graphql';
import { DecimalField } from '../../../inputs/decimal-field.input.js';
import { FileRefInput } from '../../../inputs/file-ref.input.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType({ description: 'A measurable aim of one side for a time.' })
export class ObjectiveInput {
  @LineField({ max: 100, description: 'For example NEW_CUSTOMER_REVENUE.' })
  readonly key!: string;

  @LineField({ max: 100, description: 'What the target counts: EUR, deals, projects.' })
  readonly unit!: string;

  @DecimalField()
  readonly target!: string;

  @DateField()
  readonly from!: string;

  @DateField({ description: 'Its last day.' })
  readonly to!: string;

  @EnumField(SideEnum)
  readonly ownerSide!: Side;
}

@InputType({ description: 'Who steers the partnership on which level, from the lowest up.' })
export class GovernanceInput {
  @FreeTextListField({ max: 500 })
  readonly levels!: readonly string[];
}

@InputType({ description: 'When and how the partnership would be ended, agreed early.' })
export class ExitStrategyInput {
  @FreeTextListField({ max: 1000 })
  readonly triggers!: readonly string[];

  @FreeTextField({ description: 'What happens to joint customers, deals and data.' })
  readonly transitionRules!: string;
}

@InputType()
export class AdoptRelationshipPlanInput extends PartnershipCommandInput {
  @ObjectListField(() => ObjectiveInput, { max: 50 })
  readonly objectives!: readonly ObjectiveInput[];

  @ObjectField(() => GovernanceInput)
  readonly governance!: GovernanceInput;

  @FreeTextListField({ max: 1000 })
  readonly risks!: readonly string[];

  @ObjectField(() => ExitStrategyInput, { optional: true })
  readonly exitStrategy?: ExitStrategyInput;

  @ObjectField(() => FileRefInput, { optional: true })
  readonly fileRef?: FileRefInput;

  @DateField({ optional: true, description: 'When the partner side agreed to it.' })
  readonly confirmedByPartnerOn?: string;
}
