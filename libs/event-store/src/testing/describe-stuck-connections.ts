import { setTimeout } from 'node:timers/promises';
import { EventStoreUnavailable } from '#event-sourcing';
import { EventStoreDouble } from '../../../../test/doubles/eventstoredb/event-store-double.js';
import { openEventStoreDb, type ConnectedEventStore } from '../eventstoredb/eventstoredb-event-store.adapter.js';

const patience = { attemptMs: 1_000, appendMs: 10_000, idleMs: 200, connectMs: 400, delay: () => 20 };
const reviewHeld = { id: crypto.randomUUID(), type: 'ReviewHeld', data: {}, metadata: {} };

/** What becomes of calls while something takes connections without a word, as a proxy without a server behind it does. */
export function describeStuckConnections(scheme: 'esdb' | 'kurrentdb'): void {
  describe(`a connection over ${scheme}:// that is taken without a word`, () => {
    let double: EventStoreDouble;
    let store: ConnectedEventStore;
    beforeEach(async () => {
      double = await EventStoreDouble.start();
      store = await openEventStoreDb({ connectionString: double.url(scheme), patience });
      await double.mute();
    });
    afterEach(async () => {
      await store.close();
      double.down();
    });

    it('is given up, and an append goes through by another one', async () => {
      const append = store.append('partnership-1', 'none', [reviewHeld]);
      while (double.unanswered === 0) await setTimeout(20);
      await double.up();
      expect(await append).toMatchObject({ revision: 0n });
    });

    // KurrentDB's client reads by connections of its own, on which it waits for 20 s.
    if (scheme === 'esdb')
      it('fails reads as unavailable, and others go through by another one', async () => {
        const reads: Promise<unknown>[] = [];
        while (double.unanswered === 0) {
          reads.push(store.head().catch((error: unknown) => error));
          await setTimeout(20);
        }
        await double.up();
        for (const error of await Promise.all(reads)) expect(error).toBeInstanceOf(EventStoreUnavailable);
        expect(await store.head()).toBe(store.start);
      });
  });
}
