import { InputType } from '@nestjs/graphql';
import { LineField } from '#graphql';
import { ProjectionCommandInput } from '../../../inputs/projection-command.input.js';

@InputType()
export class DropBuildInput extends ProjectionCommandInput {
  @LineField({
    max: 150,
    optional: true,
    description: 'Which build; unless given the one under way or waiting for its promotion, else the replaced one.',
  })
  readonly build?: string;
}
