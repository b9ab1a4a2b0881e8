import { InputType } from '@nestjs/graphql';
import { CommandInput, IdField } from '#graphql';

/** What every command on an existing partner manager names. */
@InputType({ isAbstract: true })
export abstract class ManagerCommandInput extends CommandInput {
  @IdField('mgr')
  readonly managerId!: string;
}
