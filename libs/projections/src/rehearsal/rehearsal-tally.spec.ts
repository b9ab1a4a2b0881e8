import fc from 'fast-check';
import { type ComparedDocument, emptyTally, type RehearsalTally, tallyOf, together } from './rehearsal-tally.js';

const compared = (key: string, before: object | undefined, after: object | undefined): ComparedDocument => ({
  key,
  before,
  after,
  changedAt: ['01'],
});

const total = (documents: readonly ComparedDocument[]): RehearsalTally =>
  documents.map(tallyOf).reduce(together, emptyTally);

describe('The tally of a rehearsal', () => {
  it('counts what is only here, only there, the same and different, by field', () => {
    const tally = total([
      compared(
        'a',
        { topic: 'rain', notes: [{ text: 'x', by: 'p' }] },
        { topic: 'rain', notes: [{ text: 'y', by: 'q' }] },
      ),
      compared('b', { topic: 'rain' }, { topic: 'sun' }),
      compared('c', { topic: 'rain' }, { topic: 'rain' }),
      compared('d', undefined, { topic: 'rain' }),
      compared('e', { topic: 'rain' }, undefined),
      compared('f', undefined, undefined),
    ]);
    expect(tally).toMatchObject({ unchanged: 1, changed: 2, added: { documents: 1 }, gone: { documents: 1 } });
    expect([...tally.fields].map(([field, { documents }]) => [field, documents])).toEqual([
      ['notes.text', 1],
      ['notes.by', 1],
      ['topic', 1],
    ]);
    expect(tally.fields.get('notes.text')?.samples).toEqual([{ key: 'a', before: 'x', after: 'y', changedAt: ['01'] }]);
    expect(tally.gone.samples).toEqual([{ key: 'e', before: { topic: 'rain' }, after: undefined, changedAt: ['01'] }]);
  });

  it('counts a document once for a field, in however many places of a list it differs', () => {
    expect(
      tallyOf(compared('a', { notes: ['x', 'y'] }, { notes: ['X', 'Y', 'Z'] })).fields.get('notes')?.documents,
    ).toBe(1);
  });

  it('shows the first three differences of each kind', () => {
    const tally = total(['a', 'b', 'c', 'd'].map((key) => compared(key, { n: 1 }, { n: 2 })));
    expect(tally.fields.get('n')).toMatchObject({ documents: 4, samples: [{ key: 'a' }, { key: 'b' }, { key: 'c' }] });
  });

  it('tells only so many fields apart, and still counts the others', () => {
    const ids = Array.from({ length: 250 }, (_, index) => `person-${String(index)}`);
    const tally = total(ids.map((id) => compared(id, { [id]: 1 }, { [id]: 2 })));
    expect([tally.fields.size, tally.otherFields, tally.changed]).toEqual([200, 50, 250]);
  });

  it('is the same however the documents come in pages', () => {
    const value = fc.option(fc.record({ n: fc.nat(2), list: fc.array(fc.nat(2), { maxLength: 3 }) }), {
      nil: undefined,
    });
    const documents = fc.array(fc.record({ before: value, after: value }), { maxLength: 20 });
    fc.assert(
      fc.property(documents, fc.array(fc.nat(20)), (pairs, cuts) => {
        const all = pairs.map(({ before, after }, index) => compared(String(index), before, after));
        const bounds = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
        const pages = bounds.slice(1).map((end, index) => all.slice(bounds[index], end));
        expect(pages.map(total).reduce(together, emptyTally)).toEqual(total(all));
      }),
    );
  });

  it('finds as many documents in either build as there are', () => {
    const value = fc.option(fc.record({ n: fc.nat(2) }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.record({ before: value, after: value })), (pairs) => {
        const { unchanged, changed, added, gone } = total(
          pairs.map(({ before, after }, index) => compared(String(index), before, after)),
        );
        const count = (which: 'before' | 'after') => pairs.filter((pair) => pair[which] !== undefined).length;
        expect([unchanged + changed + gone.documents, unchanged + changed + added.documents]).toEqual([
          count('before'),
          count('after'),
        ]);
      }),
    );
  });
});
