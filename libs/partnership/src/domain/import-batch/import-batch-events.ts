// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { label, sha256 } from '#event-fields';
import type { EventDefinitions, EventNamed, EventOf } from '#event-sourcing';
import { rowRejectionCodes } from './row-rejection-codes.js';

const count = z.int().nonnegative().meta({ unit: 'rows' });
const mapping = z
  .strictObject({
    sourceSystem: label(100),
    columns: z
      .record(label(100), label(200))
      .readonly()
      .meta({ description: 'The column that each of our fields is read from.', disclosure: 'withheld' }),
    values: z
      .record(label(100), z.record(z.string().max(200), label(200)).readonly())
      .readonly()
      .meta({
        description: 'For each of our fields: our value by the value that stands in the file.',
        disclosure: 'withheld',
      }),
  })
  .readonly();

/** How the columns and values of a file become ours. Column names and categories only, never cells that name people (I-20). */
export type ImportMapping = z.infer<typeof mapping>;

/** Every event of an import batch's stream (domain.md 2.11, 7.1). */
export const importBatchEvents = {
  ImportStaged: {
    version: 1,
    meaning: 'A partner list was handed in: its content hash, its rows and how its columns are read.',
    data: z.strictObject({ fileSha256: sha256, rows: count, mapping }).readonly(),
  },
  ImportRowRejected: {
    version: 1,
    meaning: 'A row of the list is not taken over, for a reason.',
    data: z
      .strictObject({
        rowNo: z.int().positive().meta({ description: 'Counted from 1.' }),
        code: z.enum(rowRejectionCodes),
      })
      .readonly(),
  },
  ImportCommitted: {
    version: 1,
    meaning: 'The list is taken over: how many of its rows are, are not about partners, or were rejected.',
    data: z
      .strictObject({ counts: z.strictObject({ accepted: count, skipped: count, rejected: count }).readonly() })
      .readonly(),
  },
} satisfies EventDefinitions;

/** Any event of an import batch. */
export type ImportBatchEvent = EventOf<typeof importBatchEvents>;

/** The import event with the given stored name. */
export type ImportBatchEventNamed<Type extends ImportBatchEvent['type']> = EventNamed<ImportBatchEvent, Type>;
