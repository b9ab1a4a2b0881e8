import { InputType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import { DateField, EnumField, FreeTextField, IdField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class AgreeActionInput extends PartnershipCommandInput {
  @FreeTextField()
  readonly text!: string;

  @EnumField(SideEnum)
  readonly ownerSide!: Side;

  @IdField('prs')
  readonly ownerPersonId!: string;

  @DateField()
  readonly dueOn!: string;
}
