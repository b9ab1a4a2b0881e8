import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CompoundIndex, Indexed } from '#document-store';
import { Instant } from '#graphql';
import type { ImportBatchStatus } from '../../domain/import-batch/import-batch-state.js';
import type { RowRejectionCode } from '../../domain/import-batch/row-rejection-codes.js';
import { ImportBatchStatusEnum, ImportRowRejectionCodeEnum } from '../../graphql-enums.js';

/** The column of the file that one of our fields is read from. */
@ObjectType({ description: 'The column of the file that one of our fields is read from.' })
export class ImportColumn {
  @Field(() => String)
  readonly field!: string;

  @Field(() => String)
  readonly column!: string;
}

/** A row that is not taken over. */
@ObjectType({ description: 'A row that is not taken over, and why; a row may be rejected for several reasons.' })
export class RejectedImportRow {
  @Field(() => Int, { description: 'Its line in the file.' })
  readonly rowNo!: number;

  @Field(() => ImportRowRejectionCodeEnum)
  readonly code!: RowRejectionCode;
}

/** How many rows became what. */
@ObjectType({ description: 'How many rows are taken over, are not about partners, or were rejected at the commit.' })
export class ImportCounts {
  @Field(() => Int)
  readonly accepted!: number;

  @Field(() => Int)
  readonly skipped!: number;

  @Field(() => Int)
  readonly rejected!: number;
}

/** A partner list that was handed in, and what became of its rows. */
@ObjectType({ description: 'A partner list that was handed in, and what became of its rows.' })
@CompoundIndex(['status', 'stagedAt'])
export class ImportBatch {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => ImportBatchStatusEnum)
  readonly status!: ImportBatchStatus;

  @Indexed()
  @Field(() => String, { description: 'SHA-256 of the file.' })
  readonly fileSha256!: string;

  @Field(() => Int, { description: 'Rows of the file without its header.' })
  readonly rows!: number;

  @Field(() => String)
  readonly sourceSystem!: string;

  @Field(() => [ImportColumn], { description: 'Which column each field is read from.' })
  readonly columns!: readonly ImportColumn[];

  @Field(() => [RejectedImportRow])
  readonly rejectedRows!: readonly RejectedImportRow[];

  @Field(() => ImportCounts, { nullable: true, description: 'Null until it is committed.' })
  readonly counts?: ImportCounts;

  @Indexed()
  @Field(() => Instant, { description: 'When it was handed in, last time.' })
  readonly stagedAt!: string;

  @Field(() => Instant, { nullable: true })
  readonly committedAt?: string;

  @Field(() => Int, { description: 'Revision of its stream; usable as expectedRevision.' })
  readonly revision!: number;
}
