import { InputType } from '@nestjs/graphql';
import { EnumField, IntField } from '#graphql';
import type { RowRejectionCode } from '../../../domain/import-batch/row-rejection-codes.js';
import { ImportRowRejectionCodeEnum } from '../../../graphql-enums.js';
import { ImportBatchCommandInput } from '../../../inputs/import-batch-command.input.js';

@InputType()
export class RejectImportRowInput extends ImportBatchCommandInput {
  @IntField({ min: 1, description: 'Its line in the file.' })
  readonly rowNo!: number;

  @EnumField(ImportRowRejectionCodeEnum)
  readonly code!: RowRejectionCode;
}
