import { InputType } from '@nestjs/graphql';
import { FreeTextField, IdField, PersonalLineField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class WaiveWindDownItemInput extends PartnershipCommandInput {
  @IdField('wdi')
  readonly itemId!: string;

  @FreeTextField({ max: 2000 })
  readonly reason!: string;

  @PersonalLineField({ description: 'The user who asks for it; a head of partnering other than that one sends it.' })
  readonly requestedBy!: string;
}
