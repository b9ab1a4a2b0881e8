import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventStore, Projection } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import type { LeaseChange } from '../sharing/piece-of-work.engine.js';
import { append, caseEvent, type CaseEvent, type OpenCase, openCases } from '../testing/cases.js';
import { documentsOf, gated, PATIENCE_MS, sharingProcessOf, until } from '../testing/processes.js';
import { parkedName } from './parked-entry.js';

const noted = (note: string): CaseEvent => caseEvent('CaseNoted', { caseId: 'a', note });
const READ_MODEL = 'open-cases.v1';

describe('A process that has lost its lease without knowing', () => {
  let store: EventStore;
  let documents: DocumentStore;
  let stops: (() => Promise<void>)[];

  beforeEach(() => {
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
    stops = [];
  });
  afterEach(async () => {
    for (const stop of stops) await stop();
  });

  async function sharing(holder: string, projection: Projection<OpenCase, CaseEvent>, over = documents) {
    const changes: LeaseChange['change'][] = [];
    const parked: string[] = [];
    const onChange = ({ change }: LeaseChange): void => {
      changes.push(change);
    };
    const onParked = (message: string): void => {
      parked.push(message);
    };
    const parts = { store, documents: over, projections: [projection], holder, leaseMs: 300 };
    const { engine, stop, leases } = sharingProcessOf({ ...parts, onChange, onParked });
    stops.push(stop);
    await engine.start();
    await until(() => leases().length === 1);
    return { engine, stop, changes, parked };
  }

  it('parks nothing: its successor may have folded what it cannot fold', async () => {
    let isAsleep = false;
    let wake = (): void => undefined;
    const waking = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const waiting: string[] = [];
    const sleepy = gated(documents, async (call, name) => {
      if (!isAsleep) return;
      waiting.push(`${call} ${name}`);
      await waking;
    });
    const stale = await sharing(
      'stale',
      {
        ...openCases,
        on: {
          ...openCases.on,
          CaseNoted: () => {
            isAsleep = true;
            throw new Error('cannot take it');
          },
        },
      },
      sleepy,
    );
    const opened = await append(store, caseEvent('CaseOpened', { caseId: 'a', topic: 'rain' }));
    await until(async () => (await documents.checkpoint(READ_MODEL))?.position === opened);
    await append(store, noted('one'));
    // It has folded in vain, and is about to say so.
    await until(() => waiting.length > 0);

    const successor = await sharing('successor', openCases);
    const position = await append(store, noted('two'));
    expect(await successor.engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    const checkpoint = await documents.checkpoint(READ_MODEL);
    wake();
    isAsleep = false;
    await until(() => stale.changes.includes('lost'));
    await stale.stop();

    expect(stale.parked).toEqual([]);
    const entries = await documents.collection(parkedName(READ_MODEL), []);
    expect(await entries.getMany(['a'])).toEqual(new Map());
    expect(await documents.checkpoint(READ_MODEL)).toEqual(checkpoint);
    expect(await documentsOf(successor.engine, openCases)).toEqual({ a: { topic: 'rain', notes: ['one', 'two'] } });
    expect(successor.engine.status()).toMatchObject([{ state: 'live', parked: 0 }]);
  });
});
