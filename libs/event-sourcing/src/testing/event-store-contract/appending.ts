import { EventTooLarge, MAX_APPEND_BYTES, RevisionConflict } from '../../event-store-errors.js';
import type { ExpectedRevision } from '../../event-store.js';
import type { EventToAppend } from '../../event.js';
import type { EventStoreFactory } from './store-under-test.js';
import { all, event, events, freshStore, numbers, refusal } from './support.js';

/** What the contract says of appending. */
export function describeAppending(factory: EventStoreFactory): void {
  describe('appending', () => {
    const fresh = freshStore(factory);

    it('answers with revision and position of the last event', async () => {
      const { store } = fresh();
      const first = await store.append('partnership-1', 'none', events(3));
      const second = await store.append('partnership-1', 2n, [event(3)]);
      expect([first.revision, second.revision]).toEqual([2n, 3n]);
      const stored = await all(store.read('partnership-1'));
      expect(stored.map(({ position }) => position).slice(2)).toEqual([first.position, second.position]);
      expect(await store.head()).toBe(second.position);
    });

    it.each<[string, number, ExpectedRevision]>([
      ['a new stream as none', 0, 'none'],
      ['a new stream as any', 0, 'any'],
      ['a stream at the revision expected', 2, 1n],
      ['a stream as any', 2, 'any'],
    ])('accepts %s', async (_case, existing, expected) => {
      const { store } = fresh();
      if (existing > 0) await store.append('partnership-1', 'none', events(existing));
      const { revision } = await store.append('partnership-1', expected, [event(9)]);
      expect(revision).toBe(BigInt(existing));
    });

    it.each<[string, number, ExpectedRevision, bigint | 'none']>([
      ['none of a stream that exists', 2, 'none', 1n],
      ['a revision that has passed', 3, 0n, 2n],
      ['a revision that has not come', 2, 7n, 1n],
      ['a revision of a stream that does not exist', 0, 0n, 'none'],
    ])('refuses %s and writes nothing', async (_case, existing, expected, actual) => {
      const { store } = fresh();
      if (existing > 0) await store.append('partnership-1', 'none', events(existing));
      const error = await refusal(store.append('partnership-1', expected, [event(9)]));
      expect(error).toBeInstanceOf(RevisionConflict);
      expect(error).toMatchObject({ stream: 'partnership-1', expected, actual });
      expect(await all(store.readAll())).toHaveLength(existing);
    });

    it.each<[string, ExpectedRevision]>([
      ['the same revision', 0n],
      ['any', 'any'],
    ])(
      'answers a repeated batch at %s as the first time, also when others have written since',
      async (_case, expected) => {
        const { store } = fresh();
        await store.append('partnership-1', 'none', [event(0)]);
        const batch = events(3, 1);
        const first = await store.append('partnership-1', expected, batch);
        expect(await store.append('partnership-1', expected, batch)).toEqual(first);
        await store.append('partnership-2', 'none', [event(7)]);
        await store.append('partnership-1', 3n, [event(4)]);
        expect(await store.append('partnership-1', expected, batch)).toEqual(first);
        expect(numbers(await all(store.read('partnership-1')))).toEqual([0, 1, 2, 3, 4]);
      },
    );

    it('answers the repeated beginning of a stream as the first time', async () => {
      const { store } = fresh();
      const batch = events(2);
      const first = await store.append('partnership-1', 'none', batch);
      expect(await store.append('partnership-1', 'none', batch)).toEqual(first);
      expect(await all(store.readAll())).toHaveLength(2);
    });

    it('knows an id again in whatever case it is written', async () => {
      const { store } = fresh();
      const one = event(0);
      const first = await store.append('partnership-1', 'none', [one]);
      expect(await store.append('partnership-1', 'none', [{ ...one, id: one.id.toUpperCase() }])).toEqual(first);
      expect((await all(store.read('partnership-1'))).map(({ id }) => id)).toEqual([one.id]);
    });

    it.each<[string, ExpectedRevision, (stored: EventToAppend[]) => EventToAppend[]]>([
      ['the stored events and a new one', 'none', (stored) => [...stored, event(9)]],
      ['the stored events and a new one, as any', 'any', (stored) => [...stored, event(9)]],
      ['a new event and the stored ones, as any', 'any', (stored) => [event(9), ...stored]],
      ['the stored events in another order', 'none', (stored) => stored.toReversed()],
    ])('refuses %s as a conflict', async (_case, expected, change) => {
      const { store } = fresh();
      const stored = events(2);
      await store.append('partnership-1', 'none', stored);
      const error = await refusal(store.append('partnership-1', expected, change(stored)));
      expect(error).toBeInstanceOf(RevisionConflict);
      expect(error).toMatchObject({ expected, actual: 1n });
      expect(await all(store.readAll())).toHaveLength(2);
    });

    it('takes the same id in another stream for another event', async () => {
      const { store } = fresh();
      const one = event(0);
      await store.append('partnership-1', 'none', [one]);
      await store.append('partnership-2', 'none', [one]);
      await store.append('partnership-3', 'any', [one]);
      expect(await all(store.readAll())).toHaveLength(3);
    });

    it('lets exactly one of 64 simultaneous writers have each revision', async () => {
      const { store } = fresh();
      const winners: number[] = [];
      for (let revision = 0; revision < 5; revision += 1) {
        const expected = revision === 0 ? 'none' : BigInt(revision - 1);
        const outcomes = await Promise.allSettled(
          Array.from({ length: 64 }, (_, writer) => store.append('partnership-1', expected, [event(writer)])),
        );
        const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
        expect(lost).toHaveLength(63);
        expect(lost.every((error) => error instanceof RevisionConflict && error.actual === BigInt(revision))).toBe(
          true,
        );
        winners.push(outcomes.findIndex(({ status }) => status === 'fulfilled'));
      }
      expect(numbers(await all(store.read('partnership-1')))).toEqual(winners);
    });

    it('stores the same append sent twice at the same time once', async () => {
      const { store } = fresh();
      const batch = events(2);
      const [first, second] = await Promise.all([
        store.append('partnership-1', 'none', batch),
        store.append('partnership-1', 'none', batch),
      ]);
      expect(second).toEqual(first);
      expect(await all(store.readAll())).toHaveLength(2);
    });

    it('lets a refused append spoil none of its neighbours', async () => {
      const { store } = fresh();
      await store.append('taken-1', 'none', [event(0)]);
      const outcomes = await Promise.allSettled([
        store.append('partnership-1', 'none', [event(1)]),
        store.append('taken-1', 'none', [event(2)]),
        store.append('partnership-2', 'none', []),
        store.append('partnership-2', 'none', [event(3)]),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
      expect(numbers(await all(store.readAll()))).toEqual([0, 1, 3]);
    });

    it('keeps the events of one append together in the order of the log', async () => {
      const { store } = fresh();
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.append(`partnership-${index}`, 'none', events(3, index * 3))),
      );
      const stored = numbers(await all(store.readAll())) as number[];
      const starts = stored.filter((number) => number % 3 === 0);
      expect(starts.flatMap((number) => [number, number + 1, number + 2])).toEqual(stored);
    });

    it.each<[string, string, ExpectedRevision, EventToAppend[]]>([
      ['an empty batch', 'partnership-1', 'none', []],
      ['an empty name', '', 'none', [event(0)]],
      ['a system stream', '$settings', 'any', [event(0)]],
      ['the metadata of a stream', '$$partnership-1', 'any', [event(0)]],
      ['an event without type', 'partnership-1', 'none', [event(0, '')]],
      ['an id that is no UUID', 'partnership-1', 'none', [{ ...event(0), id: 'one' }]],
      ['a negative revision', 'partnership-1', -1n, [event(0)]],
      ['data that is missing', 'partnership-1', 'none', [{ ...event(0), data: undefined as never }]],
      ['data that is no object', 'partnership-1', 'none', [{ ...event(0), data: [1] as never }]],
      ['data that is no JSON', 'partnership-1', 'none', [{ ...event(0), data: { amount: 1n } as never }]],
    ])('refuses %s with a RangeError and writes nothing', async (_case, stream, expected, batch) => {
      const { store } = fresh();
      expect(await refusal(store.append(stream, expected, batch))).toBeInstanceOf(RangeError);
      expect(await store.head()).toBe(store.start);
    });

    it('takes one append of the largest size and refuses one byte more', async () => {
      const { store } = fresh();
      const sized = (bytes: number): EventToAppend => ({
        ...event(0),
        data: { filler: 'x'.repeat(bytes - 2 * 'ReviewHeld'.length - '{"filler":""}{}'.length) },
        metadata: {},
      });
      const error = await refusal(store.append('partnership-1', 'none', [sized(MAX_APPEND_BYTES + 1)]));
      expect(error).toBeInstanceOf(EventTooLarge);
      expect(error).toMatchObject({ stream: 'partnership-1', bytes: MAX_APPEND_BYTES + 1, limit: MAX_APPEND_BYTES });
      const halves = [sized(MAX_APPEND_BYTES / 2), sized(MAX_APPEND_BYTES / 2 + 1)];
      expect(await refusal(store.append('partnership-1', 'none', halves))).toBeInstanceOf(EventTooLarge);
      expect((await store.append('partnership-1', 'none', [sized(MAX_APPEND_BYTES)])).revision).toBe(0n);
    });
  });
}
