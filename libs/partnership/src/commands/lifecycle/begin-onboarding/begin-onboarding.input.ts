import { InputType } from '@nestjs/graphql';
import { DateField, IdField, IntField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class BeginOnboardingInput extends PartnershipCommandInput {
  @IdField('prg')
  readonly programmeId!: string;

  @IntField({ min: 1 })
  readonly version!: number;

  @DateField({ description: 'When the partnership is meant to go live.' })
  readonly targetActivationOn!: string;
}
