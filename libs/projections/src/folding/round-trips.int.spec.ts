import { openMongoDocumentStore } from '#document-store';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { startMongoDouble } from '../../../../test/doubles/mongodb/mongo-double.js';
import { EventHub } from '../hub/event-hub.engine.js';
import { ProjectionEngine } from '../projection.engine.js';
import { SharedWork } from '../sharing/shared-work.engine.js';
import { append, caseEvent, noteCounts, plainCodec } from '../testing/cases.js';

const EVENTS = 10_000;
const EVENTS_PER_ROUND_TRIP = 500;
/** What catching up asks of the server; leases are renewed by the clock. */
const BUILDS = 'accord.builds';
const CATCHING_UP: ReadonlySet<string> = new Set(['find', 'getMore', 'update', 'insert', 'bulkWrite']);

describe('Catching up with a long log into MongoDB', () => {
  it(`takes at most one round trip for ${EVENTS_PER_ROUND_TRIP} events, checkpoints included`, async () => {
    const store = new InMemoryEventStore();
    const notes = Array.from({ length: EVENTS }, (_, index) =>
      caseEvent('CaseNoted', { caseId: String(index % 400), note: 'It rains.' }),
    );
    const head = await append(store, ...notes);
    const double = await startMongoDouble();
    const documents = await openMongoDocumentStore({ url: double.url });
    const work = new SharedWork({ documents, holder: 'only', leaseMs: 600_000 });
    const engine = new ProjectionEngine({ hub: new EventHub({ store, codec: plainCodec() }), documents, runs: work });
    engine.register(noteCounts);
    await engine.start();
    expect(await engine.waitFor(head, undefined, 50_000)).toBe(true);
    // The state of the builds is looked at by the clock, too.
    const asked = double.commands.filter(({ name, collection }) => CATCHING_UP.has(name) && collection !== BUILDS);
    await work.stop();
    await engine.stop();
    await documents.close();
    await double.stop();
    expect(asked).not.toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(EVENTS / EVENTS_PER_ROUND_TRIP);
  });
});
