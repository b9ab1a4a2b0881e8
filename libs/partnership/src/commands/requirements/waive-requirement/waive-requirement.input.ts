import { InputType } from '@nestjs/graphql';
import { DateField, FreeTextField, LineField, PersonalLineField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class WaiveRequirementInput extends PartnershipCommandInput {
  @LineField({ max: 100, description: 'The requirement’s key, for example NDA.' })
  readonly key!: string;

  @DateField({ description: 'Last day of the release.' })
  readonly until!: string;

  @FreeTextField({ max: 2000 })
  readonly reason!: string;

  @PersonalLineField({ description: 'The user who asks for it: somebody else than the one who sends this.' })
  readonly requestedBy!: string;
}
