import { InputType } from '@nestjs/graphql';
import { CommandInput, IdField, IntField, LineField, ObjectField, ObjectListField, TextField } from '#graphql';
import { isSha256 } from '../../../inputs/file-ref.input.js';

@InputType({ description: 'The column of the file that one of our fields is read from.' })
export class ImportColumnInput {
  @LineField({ max: 100 })
  readonly field!: string;

  @LineField()
  readonly column!: string;
}

@InputType({ description: 'What a value of the file means in one of our fields.' })
export class ImportValueInput {
  @LineField({ max: 100 })
  readonly field!: string;

  @LineField()
  readonly theirs!: string;

  @LineField()
  readonly ours!: string;
}

@InputType({ description: 'How a file is read. Column names and categories only, never cells that name people.' })
export class ImportMappingInput {
  @LineField({ max: 100 })
  readonly sourceSystem!: string;

  @ObjectListField(() => ImportColumnInput, { max: 100 })
  readonly columns!: readonly ImportColumnInput[];

  @ObjectListField(() => ImportValueInput, { optional: true, max: 500 })
  readonly values?: readonly ImportValueInput[];
}

@InputType()
export class StageImportInput extends CommandInput {
  @IdField('imp', { optional: true, description: 'A staged batch of the same file, to read it in another way.' })
  readonly batchId?: string;

  @TextField(isSha256, { description: 'SHA-256 of the file.' })
  readonly fileSha256!: string;

  @IntField({ min: 0, description: 'Its rows without the header.' })
  readonly rows!: number;

  @ObjectField(() => ImportMappingInput)
  readonly mapping!: ImportMappingInput;
}
