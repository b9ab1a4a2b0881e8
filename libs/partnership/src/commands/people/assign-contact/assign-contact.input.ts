import { InputType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import { DateField, EnumField, IdField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class AssignContactInput extends PartnershipCommandInput {
  @EnumField(SideEnum)
  readonly side!: Side;

  @IdField('prs')
  readonly personId!: string;

  @DateField({ description: 'First day of the duty; may be planned.' })
  readonly validFrom!: string;

  @DateField({ optional: true, description: 'When the person accepted; a partner representative has to give it.' })
  readonly acceptedByPersonOn?: string;
}
