import { InputType } from '@nestjs/graphql';
import { CommandInput, IdField } from '#graphql';

/** What every command on an existing import batch names. */
@InputType({ isAbstract: true })
export abstract class ImportBatchCommandInput extends CommandInput {
  @IdField('imp')
  readonly batchId!: string;
}
