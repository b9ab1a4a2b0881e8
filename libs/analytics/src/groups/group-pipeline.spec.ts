import { openInProcessDocumentStore } from '#document-store';
import { groupOf, groupPipeline, type GroupsWanted } from './group-pipeline.js';

const rows: readonly object[] = [
  { category: 'SALES', reviews: 1, openedOn: '2026-02-01' },
  { category: 'SALES', reviews: 4, openedOn: '2026-01-01' },
  { category: 'SERVICE', openedOn: '2026-03-01' },
  { reviews: 2, openedOn: '2026-04-01' },
  { category: null, reviews: 3, openedOn: '2026-04-02' },
];

describe('documents in groups', () => {
  const groups = async (wanted: Partial<GroupsWanted>, limit = 10): Promise<readonly unknown[]> => {
    const documents = await openInProcessDocumentStore().collection<object>('rows', []);
    await documents.write(rows.map((document, index) => ({ id: String(index), document, position: '1' })));
    const all: GroupsWanted = { filter: {}, by: [], numbers: ['reviews'], bounds: ['openedOn'], ...wanted };
    return (await documents.aggregate(groupPipeline(all, limit))).map((row) => groupOf(row, all));
  };

  test('are counted and added up, what has no value apart', async () => {
    expect(await groups({ by: ['category'] })).toEqual([
      {
        keys: { category: null },
        count: 2,
        sum: { reviews: 5 },
        avg: { reviews: 2.5 },
        min: { openedOn: '2026-04-01' },
        max: { openedOn: '2026-04-02' },
      },
      {
        keys: { category: 'SALES' },
        count: 2,
        sum: { reviews: 5 },
        avg: { reviews: 2.5 },
        min: { openedOn: '2026-01-01' },
        max: { openedOn: '2026-02-01' },
      },
      {
        keys: { category: 'SERVICE' },
        count: 1,
        sum: { reviews: 0 },
        avg: { reviews: null },
        min: { openedOn: '2026-03-01' },
        max: { openedOn: '2026-03-01' },
      },
    ]);
  });

  test('are one without a field to group by', async () => {
    const [all] = await groups({ bounds: ['reviews'] });
    expect(all).toMatchObject({ keys: {}, count: 5, sum: { reviews: 10 }, min: { reviews: 1 }, max: { reviews: 4 } });
  });

  test('are made of what the filter selects', async () => {
    expect(await groups({ by: ['category'], filter: { category: 'SALES' } as never })).toMatchObject([{ count: 2 }]);
  });

  test('are none without documents', async () => {
    expect(await groups({ filter: { category: 'TECHNOLOGY' } as never })).toEqual([]);
  });

  test('are no more than wanted', async () => {
    expect(await groups({ by: ['openedOn'] }, 3)).toHaveLength(3);
  });
});
