import { InputType } from '@nestjs/graphql';
import { CommandInput, LineField } from '#graphql';

/** A command on the running of a projection. */
@InputType({ isAbstract: true })
export abstract class ProjectionCommandInput extends CommandInput {
  @LineField({ max: 100, description: 'The name of the projection, as `projections` lists it.' })
  readonly projection!: string;
}
