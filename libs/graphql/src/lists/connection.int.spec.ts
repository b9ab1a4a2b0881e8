import 'reflect-metadata';
import { type Collection, openInProcessDocumentStore } from '#document-store';
import { type ListQuery, pageOf } from './connection.js';
import type { ServedDocuments } from './served-documents.js';

interface Row {
  readonly name: string;
  readonly parkedSince?: string;
}

const since = '2026-03-31T10:00:00.000Z';
const query: ListQuery<Row> = { filter: {}, sort: [['name', 'asc']], page: {} };

describe('a page of documents of which some wait', () => {
  let rows: Collection<Row>;
  let asked: (readonly string[])[];

  beforeEach(async () => {
    rows = await openInProcessDocumentStore().collection<Row>('rows', []);
    asked = [];
    await rows.write(['a', 'b', 'c'].map((id) => ({ id, document: { name: `name ${id}` }, position: '1' })));
  });

  const waiting =
    (...keys: readonly string[]): ServedDocuments<Row>['waiting'] =>
    (ids) => {
      asked.push(ids);
      return Promise.resolve(new Map(keys.map((key) => [key, since])));
    };
  const nodesOf = async (
    { waiting }: Pick<ServedDocuments<Row>, 'waiting'>,
    present?: Parameters<typeof pageOf<Row>>[2],
  ) => (await pageOf({ collection: rows, waiting }, query, present)).edges.map(({ node }) => node);

  it('says so of these, having asked once for all of them', async () => {
    expect(await nodesOf({ waiting: waiting('b') })).toEqual([
      { name: 'name a' },
      { name: 'name b', parkedSince: since },
      { name: 'name c' },
    ]);
    expect(asked).toEqual([['a', 'b', 'c']]);
  });

  it('hands the documents out as they are kept when nothing waits', async () => {
    const kept = await rows.get('a');
    expect((await nodesOf({ waiting: undefined }))[0]).toBe(kept);
    expect((await nodesOf({ waiting: waiting('elsewhere') }))[0]).toBe(kept);
  });

  it('says so of what is presented, and leaves a field of that name alone', async () => {
    const present = (documents: readonly Row[]): Promise<readonly Row[]> =>
      Promise.resolve(documents.map(({ name }) => (name === 'name a' ? { name, parkedSince: 'ours' } : { name: 'x' })));
    const nodes = await nodesOf({ waiting: waiting('a', 'b') }, present);
    expect(nodes.slice(0, 2)).toEqual([
      { name: 'name a', parkedSince: 'ours' },
      { name: 'x', parkedSince: since },
    ]);
  });
});
