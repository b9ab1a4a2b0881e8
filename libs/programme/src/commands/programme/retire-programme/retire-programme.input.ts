import { InputType } from '@nestjs/graphql';
import { BooleanField, IntField } from '#graphql';
import { ProgrammeCommandInput } from '../../../inputs/programme-content.input.js';

@InputType()
export class RetireProgrammeInput extends ProgrammeCommandInput {
  @IntField({ min: 1, optional: true, description: 'The version to retire; every published one when it is not given.' })
  readonly version?: number;

  @BooleanField({ optional: true, description: 'Partnerships that are enrolled keep their version.' })
  readonly allowExisting?: boolean;
}
