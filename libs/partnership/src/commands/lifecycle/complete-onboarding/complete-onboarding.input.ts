import { InputType } from '@nestjs/graphql';
import { DateField, LineField } from '#graphql';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class CompleteOnboardingInput extends PartnershipCommandInput {
  @DateField({ optional: true, description: 'Today unless given.' })
  readonly activatedOn?: string;

  @LineField({ max: 100, description: 'The tier to start in, for example REGISTERED.' })
  readonly tier!: string;
}
