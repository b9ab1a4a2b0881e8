import { InputType } from '@nestjs/graphql';
import { BooleanField } from '#graphql';
import { ProjectionCommandInput } from '../../../inputs/projection-command.input.js';

@InputType()
export class RebuildProjectionInput extends ProjectionCommandInput {
  @BooleanField({
    optional: true,
    description:
      'The new build waits, up to date, until it is promoted or dropped: `rehearsal` shows what would change.',
  })
  readonly rehearse?: boolean;
}
