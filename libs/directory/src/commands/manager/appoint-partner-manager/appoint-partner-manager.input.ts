import { InputType } from '@nestjs/graphql';
import { CommandInput, IntField, PersonalLineField } from '#graphql';

@InputType()
export class AppointPartnerManagerInput extends CommandInput {
  @PersonalLineField({ description: 'The user id at the identity provider: the subject of the tokens, never a name.' })
  readonly userId!: string;

  @IntField({ min: 0, max: 1000, description: 'Partnerships the manager can look after.' })
  readonly capacity!: number;
}
