const CATEGORY = 'import-';

/** The stream that holds what became of one imported file (domain.md 2.1). */
export function importBatchStream(batchId: string): string {
  return `${CATEGORY}${batchId}`;
}

/** The id of the batch whose stream this is. */
export function importBatchIdOf(stream: string): string {
  return stream.slice(CATEGORY.length);
}
