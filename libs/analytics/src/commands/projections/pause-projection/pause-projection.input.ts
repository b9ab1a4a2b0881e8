import { InputType } from '@nestjs/graphql';
import { LineField } from '#graphql';
import { ProjectionCommandInput } from '../../../inputs/projection-command.input.js';

@InputType()
export class PauseProjectionInput extends ProjectionCommandInput {
  @LineField({ max: 500, optional: true, description: 'Why, for those who wonder.' })
  readonly reason?: string;
}
