import fc from 'fast-check';
import {
  type DocumentStore,
  DocumentStoreUnavailable,
  openInProcessDocumentStore,
  openMongoDocumentStore,
  type Stored,
} from '#document-store';
import type { Misbehaviour } from '../doubles/mongodb/misbehaviour.js';
import { type MongoDouble, startMongoDouble } from '../doubles/mongodb/mongo-double.js';

interface Count {
  readonly value: number;
}

type Trouble = Misbehaviour | { readonly does: 'restart' | 'step-down' };

const position = (place: number): string => String(place).padStart(20, '0');

describe.each([
  ['a replica set', { replicaSet: 'rs0' }],
  ['a standalone server', {}],
])('Whatever happens to %s,', (_, kind) => {
  let double: MongoDouble;
  let databases = 0;
  beforeAll(async () => {
    double = await startMongoDouble(kind);
  });
  afterAll(() => double.stop());

  const open = (): Promise<DocumentStore> =>
    openMongoDocumentStore({ url: double.url, database: `faults-${(databases += 1)}`, serverSelectionMs: 2_000 });

  /** Repeats a call as the projection engine does: for as long as the fault says that it may pass. */
  const persistently = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    for (;;)
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof DocumentStoreUnavailable)) throw error;
        double.stepUp();
      }
  };
  const cause = async (trouble: Trouble): Promise<void> => {
    if (trouble.does === 'restart') await double.restart();
    else if (trouble.does === 'step-down') double.stepDown();
    else double.misbehave(trouble as Misbehaviour);
  };

  it('the documents are those that the in-process store holds after the same writes', async () => {
    await fc.assert(
      fc.asyncProperty(histories(kind), async (history) => {
        const [store, model] = [await open(), openInProcessDocumentStore()];
        const counts = await persistently(() => store.collection<Count>('counts', [{ fields: ['value'] }]));
        const expected = await model.collection<Count>('counts', []);
        for (const { trouble, changes } of history) {
          if (trouble !== undefined) await cause(trouble);
          await persistently(() => counts.write(changes));
          await expected.write(changes);
        }
        double.stepUp();
        const ids = everyId.map(String);
        expect(await persistently(() => counts.getMany(ids))).toEqual(await expected.getMany(ids));
        const query = { sort: [['value', 'asc']] as const, limit: 100 };
        expect(await persistently(() => counts.find(query))).toEqual(await expected.find(query));
        await store.close();
      }),
      { numRuns: 25 },
    );
  });

  it('what was stored is there when the server has gone and come back', async () => {
    const store = await open();
    const counts = await store.collection<Count>('counts', []);
    await counts.write([{ id: 'a', document: { value: 1 }, position: position(1) }]);
    await store.saveCheckpoint('reader', { version: 1, position: position(1) });
    await double.stop();
    const meanwhile = persistently(() => counts.get('a'));
    await double.start();
    expect(await meanwhile).toEqual({ value: 1 });
    expect(await persistently(() => store.checkpoint('reader'))).toEqual({ version: 1, position: position(1) });
    await store.close();
  });
});

describe('A MongoDB document store', () => {
  let double: MongoDouble;
  let store: DocumentStore;
  beforeEach(async () => {
    double = await startMongoDouble();
    store = await openMongoDocumentStore({ url: double.url, serverSelectionMs: 2_000 });
  });
  afterEach(async () => {
    await store.close();
    await double.stop();
  });
  const changes = (count: number, place: number): readonly Stored<Count>[] =>
    Array.from({ length: count }, (_, value) => ({
      id: String(value),
      document: { value },
      position: position(place),
    }));
  const sent = (...names: readonly string[]): number => double.received.filter((name) => names.includes(name)).length;

  it('reads and writes a batch of a thousand documents in one round trip each', async () => {
    const counts = await store.collection<Count>('counts', []);
    const before = [sent('find', 'getMore'), sent('update')] as const;
    expect((await counts.getMany(changes(1_000, 1).map(({ id }) => id))).size).toBe(0);
    await counts.write(changes(1_000, 1));
    expect((await counts.getMany(changes(1_000, 1).map(({ id }) => id))).size).toBe(1_000);
    expect([sent('find', 'getMore') - before[0], sent('update') - before[1]]).toEqual([2, 1]);
  });

  it('reads a page in one round trip, however long it is', async () => {
    const counts = await store.collection<Count>('counts', []);
    await counts.write(changes(400, 1));
    const before = sent('find', 'getMore');
    expect((await counts.find({ limit: 300 })).documents).toHaveLength(300);
    expect(sent('find', 'getMore') - before).toBe(1);
  });

  it('stores a change although another writer has just inserted the document from an earlier position', async () => {
    const counts = await store.collection<Count>('counts', []);
    await counts.write([{ id: 'a', document: { value: 1 }, position: position(1) }]);
    double.misbehave({ does: 'refuse-writes', code: 11_000, codeName: 'DuplicateKey' });
    await counts.write([{ id: 'a', document: { value: 2 }, position: position(2) }]);
    expect(await counts.get('a')).toEqual({ value: 2 });
  });

  it('counts a write as failed that no majority has confirmed', async () => {
    const counts = await store.collection<Count>('counts', []);
    double.misbehave({ does: 'leave-unconfirmed', commands: ['update'] });
    await expect(counts.write(changes(1, 1))).rejects.toMatchObject({ name: 'DocumentStoreUnavailable' });
    double.misbehave({ does: 'leave-unconfirmed', commands: ['update'] });
    await expect(counts.write(changes(1, 1))).rejects.toBeInstanceOf(DocumentStoreUnavailable);
    await counts.write(changes(1, 1));
  });

  it('is not to be used from a full disk until a write goes through', async () => {
    const counts = await store.collection<Count>('counts', []);
    double.misbehave({ does: 'refuse-writes', code: 14_031, codeName: 'OutOfDiskSpace' });
    await expect(counts.write(changes(2, 1))).rejects.toThrow('no disk space left');
    await expect(store.ping()).rejects.toMatchObject({ name: 'DocumentStoreUnavailable', retryable: true });
    await counts.write(changes(2, 1));
    await store.ping();
  });

  it('is not to be used while the server is away', async () => {
    await double.stop();
    await expect(store.ping()).rejects.toBeInstanceOf(DocumentStoreUnavailable);
    await double.start();
    await store.ping();
  });

  it('names the right that a user has lost', async () => {
    const counts = await store.collection<Count>('counts', []);
    double.misbehave({ does: 'refuse', code: 13, codeName: 'Unauthorized' });
    await expect(counts.write(changes(1, 1))).rejects.toThrow(/^ACCORD_DOCUMENT_STORE is .* Grant the role readWrite/);
  });

  it('reads an answer that arrives in small pieces', async () => {
    const counts = await store.collection<Count>('counts', []);
    await counts.write(changes(20, 1));
    double.misbehave({ does: 'deliver-slowly', bytes: 7, commands: ['find'] });
    expect((await counts.find({ limit: 20 })).documents).toHaveLength(20);
  });

  it('builds its indexes once the server is there again', async () => {
    double.misbehave({ does: 'refuse', code: 91, codeName: 'ShutdownInProgress', commands: ['createIndexes'] });
    const reports: string[] = [];
    const other = await openMongoDocumentStore({ url: double.url, report: (message) => reports.push(message) });
    await other.collection<Count>('counts', [{ fields: ['value'] }]);
    while (sent('createIndexes') < 2) await other.ping().catch(() => undefined);
    expect(reports).toEqual([expect.stringContaining('The indexes of "counts" are not built')]);
    await other.close();
  });
});

const everyId = Array.from({ length: 12 }, (_, id) => id);

function histories(kind: { readonly replicaSet?: string }) {
  const commands = { commands: ['update'] };
  const troubles: readonly Trouble[] = [
    { does: 'drop-before', ...commands },
    { does: 'drop-after', ...commands },
    { does: 'drop-after', ...commands, times: 3 },
    { does: 'refuse', code: 11_602, codeName: 'InterruptedDueToReplStateChange', ...commands },
    { does: 'leave-unconfirmed', ...commands },
    { does: 'delay', milliseconds: 5, ...commands },
    { does: 'restart' },
    ...(kind.replicaSet === undefined ? [] : [{ does: 'step-down' } as const]),
  ];
  const change = fc.record({
    id: fc.constantFrom(...everyId).map(String),
    document: fc.option(fc.record({ value: fc.nat(9) }, { noNullPrototype: true }), { nil: undefined, freq: 5 }),
    position: fc.integer({ min: 1, max: 30 }).map(position),
  });
  const step = fc.record({
    trouble: fc.option(fc.constantFrom(...troubles), { nil: undefined, freq: 2 }),
    changes: fc.uniqueArray(change, { selector: ({ id }) => id, minLength: 1, maxLength: 12 }),
  });
  return fc.array(step, { minLength: 1, maxLength: 6 });
}
