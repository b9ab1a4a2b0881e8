import type { SubscribeOptions, SubscriptionMessage } from '../../event-store.js';
import type { EventStoreFactory } from './store-under-test.js';
import { all, event, events, eventsOf, fill, freshStore, numbers, take } from './support.js';

/** What the contract says of subscriptions. */
export function describeSubscribing(factory: EventStoreFactory): void {
  describe('subscribing', () => {
    const fresh = freshStore(factory);
    let abort = new AbortController();
    beforeEach(() => {
      abort = new AbortController();
    });
    afterEach(() => {
      abort.abort();
    });

    function subscribe(options: Omit<SubscribeOptions, 'signal'> = {}): AsyncIterator<SubscriptionMessage> {
      return fresh()
        .store.subscribe({ ...options, signal: abort.signal })
        [Symbol.asyncIterator]();
    }
    const untilCaughtUp = (taken: readonly SubscriptionMessage[]): boolean => taken.at(-1)?.kind === 'caughtUp';
    const untilEvents = (count: number) => (taken: readonly SubscriptionMessage[]) => eventsOf(taken).length === count;

    it('catches up with everything, says so, then follows', async () => {
      const { store } = fresh();
      await store.append('partnership-1', 'none', events(3));
      const messages = subscribe();
      const caughtUp = await take(messages, untilCaughtUp);
      expect(numbers(eventsOf(caughtUp))).toEqual([0, 1, 2]);
      expect(caughtUp.at(-1)).toEqual({ kind: 'caughtUp', position: await store.head() });
      await store.append('partnership-2', 'none', events(2, 3));
      await store.append('partnership-1', 2n, [event(5)]);
      expect(numbers(eventsOf(await take(messages, untilEvents(3))))).toEqual([3, 4, 5]);
    });

    it('has caught up at once with an empty log', async () => {
      const { store } = fresh();
      const messages = subscribe();
      expect(await take(messages, untilCaughtUp)).toEqual([{ kind: 'caughtUp', position: store.start }]);
      await store.append('partnership-1', 'none', [event(0)]);
      expect(numbers(eventsOf(await take(messages, untilEvents(1))))).toEqual([0]);
    });

    it('says again that it has caught up, with the new position, after falling behind', async () => {
      const { store } = fresh();
      const messages = subscribe();
      await take(messages, untilCaughtUp);
      await store.append('partnership-1', 'none', events(2));
      const head = await store.head();
      const taken = await take(messages, (all) => all.some((one) => one.kind === 'caughtUp' && one.position === head));
      expect(numbers(eventsOf(taken))).toEqual([0, 1]);
      expect(taken.at(-1)).toEqual({ kind: 'caughtUp', position: head });
    });

    it('says that it has caught up only when its consumer has taken every event', async () => {
      const { store } = fresh();
      await fill(store, 'partnership-1', 1_500);
      const messages = subscribe();
      await take(messages, untilEvents(700));
      await store.append('partnership-1', 1_499n, events(300, 1_500));
      const rest = await take(messages, untilCaughtUp);
      expect(eventsOf(rest)).toHaveLength(1_100);
      expect(rest.at(-1)).toEqual({ kind: 'caughtUp', position: await store.head() });
    });

    it('begins after the position given', async () => {
      const { store } = fresh();
      await store.append('partnership-1', 'none', events(4));
      const [, second] = await all(store.readAll());
      const messages = subscribe({ after: second?.position ?? '' });
      expect(numbers(eventsOf(await take(messages, untilCaughtUp)))).toEqual([2, 3]);
    });

    it('leaves out what the filter does not want, and still reports how far it is', async () => {
      const { store } = fresh();
      await store.append('company-1', 'none', [event(0, 'CompanyRegistered')]);
      await store.append('partnership-1', 'none', events(3, 1));
      const messages = subscribe({ types: ['CompanyRegistered'] });
      const taken = await take(messages, untilCaughtUp);
      expect(numbers(eventsOf(taken))).toEqual([0]);
      expect(taken.at(-1)).toEqual({ kind: 'caughtUp', position: await store.head() });
      await store.append('partnership-1', 2n, [event(4)]);
      await store.append('company-1', 0n, [event(5, 'CompanyRegistered')]);
      expect(numbers(eventsOf(await take(messages, untilEvents(1))))).toEqual([5]);
    });

    it('gives events of streams with a prefix only', async () => {
      const { store } = fresh();
      const messages = subscribe({ streams: ['company-'] });
      await take(messages, untilCaughtUp);
      await store.append('partnership-1', 'none', [event(1)]);
      await store.append('company-1', 'none', [event(2)]);
      expect(numbers(eventsOf(await take(messages, untilEvents(1))))).toEqual([2]);
    });

    it('skips and repeats nothing while others write, whenever it was begun', async () => {
      const { store } = fresh();
      const total = 600;
      const writing = (async () => {
        for (let from = 0; from < total; from += 3)
          await Promise.all([0, 1, 2].map((index) => store.append(`partnership-${from + index}`, 'none', [event(0)])));
      })();
      const taken = await Promise.all([
        take(subscribe(), untilEvents(total)),
        store.head().then(() => take(subscribe(), untilEvents(total))),
        writing.then(() => take(subscribe(), untilEvents(total))),
      ]);
      const positions = (await all(store.readAll())).map(({ position }) => position);
      expect(positions).toHaveLength(total);
      for (const messages of taken) expect(eventsOf(messages).map(({ position }) => position)).toEqual(positions);
    });

    it('ends without an error at the signal, while waiting, while being read and before it begins', async () => {
      const { store } = fresh();
      await store.append('partnership-1', 'none', events(3));
      const waiting = subscribe();
      await take(waiting, untilCaughtUp);
      const next = waiting.next();
      const reading = subscribe();
      await take(reading, untilEvents(1));
      abort.abort();
      expect((await next).done).toBe(true);
      expect((await reading.next()).done).toBe(true);
      expect((await subscribe().next()).done).toBe(true);
    });

    it('may be left by its consumer', async () => {
      const { store } = fresh();
      await store.append('partnership-1', 'none', events(3));
      for await (const message of store.subscribe({ signal: abort.signal })) if (message.kind === 'caughtUp') break;
      expect((await store.append('partnership-1', 2n, [event(3)])).revision).toBe(3n);
    });
  });
}
