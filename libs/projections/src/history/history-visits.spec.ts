import { indexesOf, openInProcessDocumentStore, type Stored } from '#document-store';
import { DocumentsAsKnown } from './documents-as-known.engine.js';
import { historyIndexes } from './history-indexes.js';
import type { HistoryRow } from './history-row.js';
import { type DocumentVersion, historyRows } from './history-rows.js';
import { Box } from '../testing/boxes.js';

const BOXES = 400;
const VERSIONS = 50;
const STATES = 100;
/** So many were known a minute before the others. */
const EARLY = 40;

const minute = (round: number): string => new Date(Date.UTC(2026, 0, 1) + round * 60_000).toISOString();
const versions = Array.from({ length: BOXES * VERSIONS }, (_, index): DocumentVersion => {
  const [box, round] = [index % BOXES, Math.floor(index / BOXES)];
  return {
    id: `box ${String(box)}`,
    document: { state: `state ${String(box % STATES)}`, rank: box, tags: [`tag ${String(box % STATES)}`] },
    position: String(index + 1).padStart(20, '0'),
    recordedAt: minute(round === 0 && box < EARLY ? -1 : round),
  };
});

describe(`What is looked at among ${VERSIONS} versions of each of ${BOXES} documents`, () => {
  const looked = new Set<string>();
  let documentsAt: (round: number) => DocumentsAsKnown<Box>;

  beforeAll(async () => {
    const store = openInProcessDocumentStore();
    const rows = await store.collection<HistoryRow>('boxes.history', historyIndexes(indexesOf(Box)));
    await rows.write(historyRows(versions, new Map()).map(watched));
    documentsAt = (round) => new DocumentsAsKnown(rows, minute(round));
    // The first question builds the indexes.
    for (const filter of [{}, { state: '' }, { tags: '' }, { _id: '' }])
      await documentsAt(0).find({ filter, sort: [['rank', 'asc']], limit: 1 });
    await documentsAt(0).get('');
  });

  /** The same row, which notes when somebody looks at its interval. */
  function watched({ id, document, position }: Stored<HistoryRow>): Stored<HistoryRow> {
    const seen = <Value>(value: Value) => ({
      get: (): Value => {
        looked.add(id);
        return value;
      },
    });
    const interval = { from: seen(document?.from), until: seen(document?.until) };
    return { id, document: Object.defineProperties({ ...document }, interval) as HistoryRow, position };
  }

  async function looksOf(ask: () => Promise<unknown>): Promise<number> {
    looked.clear();
    await ask();
    return looked.size;
  }

  it('are, with a selective filter, the versions it ever selected that had not ended by then', async () => {
    const perState = BOXES / STATES;
    const filter = { state: 'state 7' };
    expect(await looksOf(() => documentsAt(VERSIONS).find({ filter, limit: 25 }))).toBe(perState);
    expect(await looksOf(() => documentsAt(VERSIONS - 5).find({ filter, limit: 25 }))).toBe(5 * perState);
    expect(await looksOf(() => documentsAt(0).count(filter))).toBe(VERSIONS * perState);
    const tagged = { tags: 'tag 7' };
    expect(await looksOf(() => documentsAt(VERSIONS - 5).find({ filter: tagged, limit: 25 }))).toBe(
      VERSIONS * perState,
    );
  });

  it('are, for a page in the order of an index, at most all versions of the documents on it', async () => {
    const page = { sort: [['rank', 'desc']], limit: 10 } as const;
    expect(await looksOf(() => documentsAt(VERSIONS / 2).find(page))).toBeLessThanOrEqual(11 * VERSIONS);
    const after = { values: [200], id: 'box 200' };
    expect(await looksOf(() => documentsAt(VERSIONS / 2).find({ ...page, after }))).toBeLessThanOrEqual(11 * VERSIONS);
  });

  it('are, where the page stands behind what came later, not much more than all that had begun by then', async () => {
    const page = { sort: [['rank', 'desc']], limit: 10 } as const;
    expect((await documentsAt(-1).find(page)).documents[0]?.id).toBe(`box ${String(EARLY - 1)}`);
    expect(await looksOf(() => documentsAt(-1).find(page))).toBeLessThanOrEqual(2.5 * EARLY);
  });

  it('is one, for one document by its id', async () => {
    expect(await looksOf(() => documentsAt(VERSIONS / 2).get('box 17'))).toBe(1);
    expect(await looksOf(() => documentsAt(-2).get('box 17'))).toBe(1);
  });

  it('are all that had begun by then, or all that had not ended, for what no index answers', async () => {
    expect(await looksOf(() => documentsAt(0).count())).toBe(BOXES);
    expect(await looksOf(() => documentsAt(VERSIONS).count())).toBe(BOXES);
    expect(await looksOf(() => documentsAt(VERSIONS - 5).count())).toBe(5 * BOXES);
  });
});
