import { EventStoreUnavailable, RevisionConflict } from '../../event-store-errors.js';
import type { EventStoreFactory } from './store-under-test.js';
import { all, event, events, freshStore, numbers, refusal } from './support.js';

/** What the contract says of closing and opening again. */
export function describeLifecycle(factory: EventStoreFactory): void {
  describe('closing', () => {
    const fresh = freshStore(factory);

    it('finishes the appends that are in flight', async () => {
      const { store } = fresh();
      const appends = [0, 1, 2].map((index) => store.append(`partnership-${index}`, 'none', [event(index)]));
      const closing = store.close();
      const outcomes = await Promise.allSettled(appends);
      await closing;
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    });

    it('makes every later call unavailable, and may be repeated', async () => {
      const { store } = fresh();
      await store.append('partnership-1', 'none', events(2));
      const begun = store.readAll()[Symbol.asyncIterator]();
      await begun.next();
      await store.close();
      await store.close();
      const { signal } = new AbortController();
      const calls = [
        () => store.append('partnership-1', 1n, [event(2)]),
        () => all(store.read('partnership-1')),
        () => all(store.readAll()),
        () => all(store.subscribe({ signal })),
        () => store.head(),
        () => begun.next(),
      ];
      for (const call of calls) {
        const error = await refusal(call());
        expect(error).toBeInstanceOf(EventStoreUnavailable);
        expect(error).toMatchObject({ retryable: true });
      }
    });

    it('ends a subscription that waits, with the reason', async () => {
      const { store } = fresh();
      const messages = store.subscribe({ signal: new AbortController().signal })[Symbol.asyncIterator]();
      await messages.next();
      const next = refusal(messages.next());
      await store.close();
      expect(await next).toBeInstanceOf(EventStoreUnavailable);
    });

    it('loses nothing: opened again, the store has all events, revisions and positions and knows repeats', async () => {
      const { store, reopen } = fresh();
      if (reopen === undefined) return; // a store that keeps nothing has nothing to show here
      const batch = events(2);
      const first = await store.append('partnership-1', 'none', batch);
      await store.append('company-1', 'none', [event(2, 'CompanyRegistered')]);
      const before = await all(store.readAll());
      await store.close();

      const again = await reopen();
      expect(await all(again.readAll())).toEqual(before);
      expect(await again.append('partnership-1', 'none', batch)).toEqual(first);
      expect(await again.append('partnership-1', 'any', batch)).toEqual(first);
      expect(await refusal(again.append('partnership-1', 'none', [event(3)]))).toBeInstanceOf(RevisionConflict);
      const next = await again.append('partnership-1', 1n, [event(3)]);
      expect(next.revision).toBe(2n);
      expect(next.position > (before.at(-1)?.position ?? '')).toBe(true);
      expect(numbers(await all(again.readAll({ types: ['CompanyRegistered'] })))).toEqual([2]);
    });
  });
}
