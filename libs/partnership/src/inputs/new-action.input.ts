import { InputType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import { DateField, EnumField, FreeTextField, IdField } from '#graphql';

@InputType({ description: 'An action to agree: one side owns it, one person of that side is responsible.' })
export class NewActionInput {
  @FreeTextField()
  readonly text!: string;

  @EnumField(SideEnum)
  readonly ownerSide!: Side;

  @IdField('prs')
  readonly ownerPersonId!: string;

  @DateField()
  readonly dueOn!: string;
}
