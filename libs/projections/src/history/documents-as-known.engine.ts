import type { Filter, FindOptions, Page, PipelineStage, ReadableCollection, Sort } from '#document-store';
import type { Projection } from '#event-sourcing';
import type { History } from './history.engine.js';
import { HistoryNotBuilt } from './history-not-built.js';
import { historyKeyset, historySort, knownFilter, knownPipeline } from './history-query.js';
import type { HistoryRow } from './history-row.js';

/**
 * The documents of a temporal projection as they were known at an instant (UTC with milliseconds, as `recordedAt`): the
 * same questions as to the live ones, answered from their versions. Ids and cursors are those of the documents.
 */
export class DocumentsAsKnown<Document extends object> implements ReadableCollection<Document> {
  constructor(
    private readonly rows: ReadableCollection<HistoryRow>,
    readonly knownAt: string,
  ) {}

  async get(id: string): Promise<Document | undefined> {
    const { knownAt } = this;
    // The first version that ended later is the one that was current, unless there was none yet, or none any more.
    const { documents } = await this.rows.find({
      filter: { key: id, until: { $gt: knownAt } },
      sort: [['until', 'asc']],
      limit: 1,
    });
    const row = documents[0]?.document;
    return row !== undefined && row.from <= knownAt ? (row.document as Document | undefined) : undefined;
  }

  async find({ filter, sort = [], after, before, ...rest }: FindOptions<Document>): Promise<Page<Document>> {
    const { documents, hasMore } = await this.rows.find({
      ...rest,
      filter: knownFilter(this.knownAt, filter),
      sort: historySort(sort) as Sort<HistoryRow>,
      ...(after === undefined ? {} : { after: historyKeyset(sort, after, true) }),
      ...(before === undefined ? {} : { before: historyKeyset(sort, before, false) }),
    });
    const found = documents.map(({ document: { key, document } }) => ({ id: key, document: document as Document }));
    return { documents: found, hasMore };
  }

  count(filter?: Filter<Document>): Promise<number> {
    return this.rows.count(knownFilter(this.knownAt, filter));
  }

  aggregate<Result extends object>(pipeline: readonly PipelineStage[]): Promise<readonly Result[]> {
    return this.rows.aggregate<Result>(knownPipeline(this.knownAt, pipeline));
  }
}

/**
 * The documents of a projection as they were known at an instant, from the versions of what is read. Throws for a
 * projection that is not temporal, and {@link HistoryNotBuilt}.
 */
export function documentsAsKnown(
  { name, temporal }: Pick<Projection, 'name' | 'temporal'>,
  history: History | undefined,
  knownAt: string,
): DocumentsAsKnown<object> {
  if (temporal !== true)
    throw new Error(
      `Projection "${name}" keeps no earlier versions of its documents. Declare it "temporal: true" and raise its version.`,
    );
  if (history === undefined) throw new HistoryNotBuilt(name);
  return new DocumentsAsKnown(history.rows, knownAt);
}
