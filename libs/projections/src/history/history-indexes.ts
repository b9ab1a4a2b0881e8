import type { IndexDefinition } from '#document-store';
import { historyPath } from './history-query.js';

const INTERVAL = ['until', 'from'] as const;

/**
 * The indexes over the versions of documents, from those over the documents. Each serves the same equality and the same
 * order as its original, and tells without the row whether it was current; beside it stands, for equality on its first
 * field, one that begins at the instant asked for: what had ended by then is not looked at. The rest is for all
 * documents of an instant, early or late, and for one by its id.
 */
export function historyIndexes(indexes: readonly IndexDefinition[]): readonly IndexDefinition[] {
  const leading = new Set(indexes.flatMap(({ fields: [first] }) => first ?? []));
  return [
    ...indexes.map(({ fields }) => ({ fields: fields.map(historyPath), carried: INTERVAL })),
    ...[...leading].map((first) => ({ fields: [historyPath(first), 'until'], carried: ['from'] })),
    { fields: ['key'], carried: INTERVAL },
    { fields: ['key', 'until'], carried: ['from'] },
    { fields: ['until'], carried: ['from'] },
    { fields: ['from'], carried: ['until'] },
  ];
}
