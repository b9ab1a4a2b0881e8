import { type AnySort, allOf, type Filter, type Keyset, type PipelineStage } from '#document-store';
import { besideVersionsOf, type HistoryRow } from './history-row.js';

type LooseFilter = Readonly<Record<string, unknown>>;

/** A path into a document as a path into the row that holds a version of it; its id is the row's `key`. */
export function historyPath(path: string): string {
  return path === '_id' ? 'key' : `document.${path}`;
}

/** The versions current at an instant whose document a filter selects. */
export function knownFilter(knownAt: string, filter: object = {}): Filter<HistoryRow> {
  return allOf<HistoryRow>(
    { from: { $lte: knownAt }, until: { $gt: knownAt } },
    historyFilter(filter) as Filter<HistoryRow>,
  );
}

/** A sort of documents as a sort of their versions, whose ids stand in the order of the documents' ids. */
export function historySort(sort: AnySort): AnySort {
  return sort.map(([path, direction]) => [path === '_id' ? path : historyPath(path), direction]);
}

/**
 * The place of a document under a sort as a place among versions: in front of all versions of it, or behind them, so
 * that the version which was current then is on the near side of it, whichever it was.
 */
export function historyKeyset(sort: AnySort, { values, id }: Keyset, isBehind: boolean): Keyset {
  const [, direction] = sort.find(([path]) => path === '_id') ?? sort.at(-1) ?? [];
  const isDescending = direction === 'desc';
  const place = besideVersionsOf(id, isBehind === isDescending ? 'before' : 'behind');
  return { values: values.map((value, index) => (sort[index]?.[0] === '_id' ? place : value)), id: place };
}

/** A pipeline over documents as one over their versions: its first condition is asked of the rows, for their indexes. */
export function knownPipeline(knownAt: string, pipeline: readonly PipelineStage[]): readonly PipelineStage[] {
  const [first, ...rest] = pipeline;
  const leading = first?.['$match'];
  const isAskedOfRows = isFilter(leading);
  return [
    { $match: isAskedOfRows ? knownFilter(knownAt, leading) : knownFilter(knownAt) },
    { $replaceWith: { $mergeObjects: ['$document', { _id: '$key' }] } },
    ...(isAskedOfRows ? rest : pipeline),
  ];
}

function historyFilter(filter: object): LooseFilter {
  return Object.fromEntries(
    Object.entries(filter).map(([path, condition]: [string, unknown]) =>
      isCombining(path, condition) ? [path, condition.map(historyFilter)] : [historyPath(path), condition],
    ),
  );
}

/** Whether a `$match` asks for nothing but fields: an expression may name fields that only a whole document has. */
function isFilter(match: unknown): match is LooseFilter {
  if (typeof match !== 'object' || match === null) return false;
  return Object.entries(match).every(([path, condition]: [string, unknown]) =>
    isCombining(path, condition) ? condition.every(isFilter) : !path.startsWith('$'),
  );
}

function isCombining(path: string, condition: unknown): condition is readonly object[] {
  return (path === '$and' || path === '$or') && Array.isArray(condition);
}
