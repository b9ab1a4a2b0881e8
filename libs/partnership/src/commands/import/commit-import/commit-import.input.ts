import { InputType } from '@nestjs/graphql';
import { IntField } from '#graphql';
import { ImportBatchCommandInput } from '../../../inputs/import-batch-command.input.js';

@InputType()
export class CommitImportInput extends ImportBatchCommandInput {
  @IntField({ min: 0, description: 'Rows that are not about partners.' })
  readonly skipped!: number;
}
