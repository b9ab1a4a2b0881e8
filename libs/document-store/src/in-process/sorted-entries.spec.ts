import fc from 'fast-check';
import { SortedEntries, type SortedEntry } from './sorted-entries.adapter.js';

const idsOf = (entries: SortedEntries, backwards = false, start = 0, end = entries.size): readonly string[] =>
  [...entries.rows(start, end, backwards)].map(({ id }) => id);
const entry = (number: number): SortedEntry => ({
  keys: [number % 50],
  row: { id: String(number).padStart(6, '0'), document: {}, position: '' },
});
const inOrder = (numbers: Iterable<number>): readonly string[] =>
  [...numbers].sort((left, right) => (left % 50) - (right % 50) || left - right).map((number) => entry(number).row.id);

describe('The order of a sorted index', () => {
  it('holds whatever is added and removed, over many chunks', () => {
    const numbers = fc.uniqueArray(fc.nat(9_999), { minLength: 1_500, maxLength: 4_000, size: 'max' });
    fc.assert(
      fc.property(numbers, fc.nat(100), fc.nat(100), (all, loaded, removed) => {
        const bulk = all.slice(0, Math.floor((all.length * loaded) / 100));
        const gone = all.slice(0, Math.floor((all.length * removed) / 100));
        const entries = new SortedEntries(bulk.map(entry));
        for (const number of all.slice(bulk.length)) entries.add(entry(number));
        for (const number of gone) entries.remove(entry(number));
        const left = inOrder(all.slice(gone.length));
        expect(idsOf(entries)).toEqual(left);
        expect(idsOf(entries, true)).toEqual([...left].reverse());
      }),
      { numRuns: 30 },
    );
  });

  it('is cut in front of and behind what begins with the same keys', () => {
    const numbers = Array.from({ length: 5_000 }, (_, number) => number);
    const entries = new SortedEntries(numbers.map(entry));
    expect(entries.rankOf({ keys: [7], side: 'before' })).toBe(700);
    expect(entries.rankOf({ keys: [7], side: 'behind' })).toBe(800);
    expect(entries.rankOf({ keys: [7], id: entry(57).row.id, side: 'before' })).toBe(701);
    expect(entries.rankOf({ keys: [7], id: entry(57).row.id, side: 'behind' })).toBe(702);
    expect(idsOf(entries, false, 700, 702)).toEqual([entry(7).row.id, entry(57).row.id]);
    expect(idsOf(entries, true, 700, 702)).toEqual([entry(57).row.id, entry(7).row.id]);
    expect(idsOf(entries, false, 4_998)).toEqual([entry(4_949).row.id, entry(4_999).row.id]);
  });

  it('is empty again when everything is removed', () => {
    const entries = new SortedEntries([]);
    entries.add(entry(1));
    entries.remove(entry(1));
    entries.remove(entry(1));
    expect([entries.size, ...idsOf(entries)]).toEqual([0]);
    entries.add(entry(2));
    expect(idsOf(entries)).toEqual([entry(2).row.id]);
  });
});
