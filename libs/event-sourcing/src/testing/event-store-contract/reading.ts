import type { Direction, ReadAllOptions, ReadOptions } from '../../event-store.js';
import type { EventStoreFactory } from './store-under-test.js';
import { all, event, events, fill, freshStore, heapInUse, numbers } from './support.js';

/** What the contract says of reading. */
export function describeReading(factory: EventStoreFactory): void {
  describe('reading a stream', () => {
    const fresh = freshStore(factory);

    it('gives back what was stored, exactly', async () => {
      const { store } = fresh();
      const stored = event(0);
      const { position } = await store.append('partnership-1', 'none', [stored]);
      expect(await all(store.read('partnership-1'))).toStrictEqual([
        { ...stored, stream: 'partnership-1', revision: 0n, position },
      ]);
    });

    it('finds a stream that does not exist empty', async () => {
      const { store } = fresh();
      await store.append('partnership-10', 'none', [event(0)]);
      expect(await all(store.read('partnership-1'))).toEqual([]);
      expect(await all(store.read('partnership-1', { direction: 'backwards' }))).toEqual([]);
    });

    it.each<[string, ReadOptions, number[]]>([
      ['forwards', {}, [0, 1, 2, 3, 4]],
      ['backwards', { direction: 'backwards' }, [4, 3, 2, 1, 0]],
      ['from a revision on', { from: 2n }, [2, 3, 4]],
      ['from a revision back', { from: 2n, direction: 'backwards' }, [2, 1, 0]],
      ['with a limit', { limit: 2 }, [0, 1]],
      ['with a limit backwards', { limit: 2, direction: 'backwards' }, [4, 3]],
      ['from a revision with a limit', { from: 1n, limit: 2 }, [1, 2]],
      ['with a limit of nothing', { limit: 0 }, []],
      ['from beyond its end', { from: 5n }, []],
      ['from beyond its end back', { from: 99n, direction: 'backwards' }, [4, 3, 2, 1, 0]],
    ])('reads %s', async (_case, options, expected) => {
      const { store } = fresh();
      await store.append('partnership-1', 'none', events(3));
      await store.append('partnership-2', 'none', events(2, 70));
      await store.append('partnership-1', 2n, events(2, 3));
      expect(numbers(await all(store.read('partnership-1', options)))).toEqual(expected);
    });

    it.each<Direction>(['forwards', 'backwards'])(
      'reads a stream of many pages %s without gap or repeat',
      async (direction) => {
        const { store } = fresh();
        await fill(store, 'partnership-1', 2_500);
        const revisions = (await all(store.read('partnership-1', { direction }))).map(({ revision }) =>
          Number(revision),
        );
        const upwards = Array.from({ length: 2_500 }, (_, revision) => revision);
        expect(revisions).toEqual(direction === 'forwards' ? upwards : upwards.toReversed());
      },
    );

    it('ends early without complaint when the reader has enough', async () => {
      const { store } = fresh();
      await fill(store, 'partnership-1', 300);
      for await (const { revision } of store.read('partnership-1')) if (revision === 5n) break;
      expect(await store.append('partnership-1', 299n, [event(300)])).toMatchObject({ revision: 300n });
    });
  });

  describe('reading the whole log', () => {
    const fresh = freshStore(factory);

    /** `partnership-1`: 0, 2, 4 (ReviewHeld); `company-1`: 1, 3 (CompanyRegistered); `plain`: 5 (ReviewHeld). */
    async function mixedLog() {
      const { store } = fresh();
      await store.append('partnership-1', 'none', [event(0)]);
      await store.append('company-1', 'none', [event(1, 'CompanyRegistered')]);
      await store.append('partnership-1', 0n, [event(2)]);
      await store.append('company-1', 0n, [event(3, 'CompanyRegistered')]);
      await store.append('partnership-1', 1n, [event(4)]);
      await store.append('plain', 'none', [event(5)]);
      return store;
    }

    it.each<[string, ReadAllOptions, number[]]>([
      ['forwards', {}, [0, 1, 2, 3, 4, 5]],
      ['backwards', { direction: 'backwards' }, [5, 4, 3, 2, 1, 0]],
      ['with a limit', { limit: 2 }, [0, 1]],
      ['of one type', { types: ['CompanyRegistered'] }, [1, 3]],
      ['of one type backwards', { types: ['CompanyRegistered'], direction: 'backwards' }, [3, 1]],
      ['of two types', { types: ['CompanyRegistered', 'ReviewHeld'] }, [0, 1, 2, 3, 4, 5]],
      ['of a type that nobody wrote', { types: ['ReviewMissed'] }, []],
      ['of no type', { types: [] }, []],
      ['of streams with a prefix', { streams: ['partnership-'] }, [0, 2, 4]],
      ['of streams with one of two prefixes', { streams: ['partnership-', 'pla'] }, [0, 2, 4, 5]],
      ['of streams with a part of a prefix', { streams: ['p'] }, [0, 2, 4, 5]],
      ['of one stream by its name', { streams: ['partnership-1'] }, [0, 2, 4]],
      ['of a stream that is not there', { streams: ['partnership-11'] }, []],
      ['of a type in streams with a prefix', { types: ['ReviewHeld'], streams: ['plain', 'company-'] }, [5]],
      ['filtered with a limit', { streams: ['partnership-'], limit: 2 }, [0, 2]],
      ['filtered backwards with a limit', { types: ['ReviewHeld'], limit: 2, direction: 'backwards' }, [5, 4]],
    ])('reads %s', async (_case, options, expected) => {
      const store = await mixedLog();
      expect(numbers(await all(store.readAll(options)))).toEqual(expected);
    });

    it('begins after a position, in either direction, with or without a filter', async () => {
      const store = await mixedLog();
      const after = (await all(store.readAll()))[2]?.position ?? '';
      const read = async (options: ReadAllOptions) => numbers(await all(store.readAll({ after, ...options })));
      expect(await read({})).toEqual([3, 4, 5]);
      expect(await read({ direction: 'backwards' })).toEqual([1, 0]);
      expect(await read({ streams: ['partnership-'] })).toEqual([4]);
      expect(await read({ streams: ['partnership-'], direction: 'backwards' })).toEqual([0]);
      expect(await all(store.readAll({ after: await store.head() }))).toEqual([]);
      expect(await all(store.readAll({ after: store.start, limit: 1 }))).toHaveLength(1);
    });

    it('gives positions that sort as text in the order of the log', async () => {
      const { store } = fresh();
      await fill(store, 'partnership-1', 1_200);
      const positions = (await all(store.readAll())).map(({ position }) => position);
      expect([...new Set(positions)].toSorted()).toEqual(positions);
      expect(store.start < (positions[0] ?? '')).toBe(true);
      expect(await store.head()).toBe(positions.at(-1));
    });

    it('finds rare events in a long log, in order', async () => {
      const { store } = fresh();
      await store.append('rare-1', 'none', [event(1, 'CompanyRegistered')]);
      await fill(store, 'partnership-1', 6_000);
      await store.append('rare-1', 0n, [event(2, 'CompanyRegistered')]);
      await fill(store, 'partnership-2', 2_000);
      await store.append('rare-1', 1n, [event(3, 'CompanyRegistered')]);
      const types = ['CompanyRegistered'];
      expect(numbers(await all(store.readAll({ types })))).toEqual([1, 2, 3]);
      expect(numbers(await all(store.readAll({ types, direction: 'backwards' })))).toEqual([3, 2, 1]);
      expect(await all(store.readAll({ streams: ['partnership-'] }))).toHaveLength(8_000);
    });

    it('finds what is frequent in some parts of a log and rare in others, in order', async () => {
      const { store } = fresh();
      for (const part of [1, 2, 3]) {
        await fill(store, `partnership-${String(part)}`, 400);
        await store.append(`rare-${String(part)}`, 'none', [event(part, 'CompanyRegistered')]);
        await fill(store, `other-${String(part)}`, 400);
      }
      const log = await all(store.readAll());
      const type = log[0]?.type ?? '';
      const ofPartnerships = log.filter(({ stream }) => stream.startsWith('partnership-'));
      const ofType = log.filter((each) => each.type === type);
      expect([log.length, ofPartnerships.length, ofType.length]).toEqual([2_403, 1_200, 2_400]);
      for (const [filter, wanted] of [
        [{ streams: ['partnership-'] }, ofPartnerships],
        [{ types: [type] }, ofType],
        [{ types: [type], streams: ['partnership-'] }, ofPartnerships],
      ] as const) {
        expect(await all(store.readAll(filter))).toEqual(wanted);
        expect(await all(store.readAll({ ...filter, direction: 'backwards' }))).toEqual(wanted.toReversed());
      }
    });

    it('is empty at first', async () => {
      const { store } = fresh();
      expect(await all(store.readAll())).toEqual([]);
      expect(await all(store.readAll({ direction: 'backwards' }))).toEqual([]);
      expect(await store.head()).toBe(store.start);
    });

    it('keeps memory flat: a reader of a long log holds no more than a page of it', async () => {
      const { store } = fresh();
      const filler = 'x'.repeat(20_000);
      for (let from = 0; from < 3_000; from += 50)
        await store.append(
          'partnership-1',
          from === 0 ? 'none' : BigInt(from - 1),
          events(50, from).map((one) => ({ ...one, data: { filler } })),
        );
      // the log has 60 MB of text; parsed and kept it would have to show in some sample
      const before = heapInUse();
      let most = 0;
      let count = 0;
      for await (const { data } of store.readAll()) {
        count += data['filler'] === filler ? 1 : 0;
        if (count % 250 === 0) most = Math.max(most, heapInUse() - before);
      }
      expect(count).toBe(3_000);
      expect(most).toBeLessThan(45 * 1024 * 1024);
    });
  });
}
