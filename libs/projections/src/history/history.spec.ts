import fc from 'fast-check';
import type { DomainEvent, EventStore, Projection } from '#event-sourcing';
import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import { InMemoryEventStore, recorded } from '#event-sourcing/testing';
import { EventHub } from '../hub/event-hub.engine.js';
import { FOREVER, type HistoryRow, historyRowId } from './history-row.js';
import { historyRows } from './history-rows.js';
import { ProjectionEngine } from '../projection.engine.js';
import { appendBoxes, boxes, boxLogs } from '../testing/boxes.js';
import { append, caseEvent, openCases, plainCodec } from '../testing/cases.js';
import { describeHistory } from '../testing/history-contract.js';

describeHistory(
  'the in-process store',
  () => {
    const store = openInProcessDocumentStore();
    return Promise.resolve({ store, dispose: () => store.close() });
  },
  100,
);

describe('The versions of a document', () => {
  function intervals(...log: readonly (readonly [document: object | undefined, recordedAt: string])[]) {
    const made = log.map(([document, recordedAt], index) => ({
      id: 'a',
      document,
      recordedAt,
      position: String(index),
    }));
    return historyRows(made, new Map()).map(({ document }) => [document?.from, document?.until]);
  }

  it('follow each other without a gap while it exists, and the last has no end', () => {
    expect(intervals([{}, '1'], [{}, '3'], [undefined, '4'], [{}, '7'])).toEqual([
      ['1', '3'],
      ['3', '4'],
      ['4', '4'],
      ['7', FOREVER],
    ]);
  });

  it('were never known when something else was learned at the same instant', () => {
    expect(intervals([{}, '2'], [{}, '2'])).toEqual([
      ['2', '2'],
      ['2', FOREVER],
    ]);
  });

  it('never begin before the one in front of them, whatever the clock said, across a deletion too', () => {
    expect(intervals([{}, '5'], [undefined, '4'], [{}, '3'], [{}, '6'])).toEqual([
      ['5', '5'],
      ['5', '5'],
      ['5', '6'],
      ['6', FOREVER],
    ]);
  });

  it('neither overlap nor leave a gap, in any log', () => {
    fc.assert(
      fc.property(boxLogs, (log) => {
        const made = log.flatMap(({ data, position, metadata: { recordedAt } }) =>
          data.boxes.map((id) => ({ id, document: data.content ?? undefined, position, recordedAt })),
        );
        for (const box of new Set(made.map(({ id }) => id))) {
          const rows = historyRows(made, new Map()).flatMap(({ document }) => (document?.key === box ? document : []));
          rows.forEach(({ until, document }, index) => {
            const next: HistoryRow | undefined = rows[index + 1];
            if (document !== undefined) expect(until).toBe(next?.from ?? FOREVER);
            else expect((next?.from ?? FOREVER) >= until).toBe(true);
          });
        }
      }),
    );
  });

  it('have ids in the order of their documents, then of the log', () => {
    const ids = [historyRowId('a', '2'), historyRowId('a', '1'), historyRowId('a b', '0'), historyRowId('a\t', '0')];
    expect(ids.sort()).toEqual([
      historyRowId('a', '1'),
      historyRowId('a', '2'),
      historyRowId('a\t', '0'),
      historyRowId('a b', '0'),
    ]);
  });
});

describe('A temporal projection', () => {
  async function running<Document extends object, Event extends DomainEvent>(
    documents: DocumentStore,
    projection: Projection<Document, Event>,
    store: EventStore,
  ): Promise<ProjectionEngine> {
    const engine = new ProjectionEngine({ hub: new EventHub({ store, codec: plainCodec() }), documents });
    engine.register(projection);
    await engine.start();
    await engine.ready();
    await engine.stop();
    return engine;
  }

  it('stops, and says what to do, where documents were stored before it was temporal', async () => {
    const [store, documents] = [new InMemoryEventStore(), openInProcessDocumentStore()];
    const filled = (revision: number) =>
      recorded(
        { type: 'BoxesFilled' as const, occurredOn: '2026-03-31', data: { boxes: ['a'], content: {} } },
        revision,
      );
    await appendBoxes(store, [filled(1)]);
    await running(documents, { ...boxes, temporal: false }, store);
    await appendBoxes(store, [filled(2)]);
    const engine = await running(documents, boxes, store);
    expect(engine.status()[0]?.failure?.message).toContain(
      'Document "a" was stored before the projection became temporal, so that its earlier versions are unknown. ' +
        "Raise the projection's version",
    );
    const { version } = boxes;
    const raised = await running(documents, { ...boxes, version: version + 1 }, store);
    expect(raised.status()[0]).toMatchObject({ state: 'live' });
  });

  it('is the only kind that can be asked for an instant', async () => {
    const store = new InMemoryEventStore();
    await append(store, caseEvent('CaseOpened', { caseId: 'a', topic: 'rain' }));
    const engine = await running(openInProcessDocumentStore(), openCases, store);
    expect(() => engine.collection(openCases, { knownAt: '2026-03-31T09:00:00.000Z' })).toThrow(
      'Projection "open-cases" keeps no earlier versions of its documents. Declare it "temporal: true" and raise its version.',
    );
  });
});
