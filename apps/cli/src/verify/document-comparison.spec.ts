import fc from 'fast-check';
import { compareDocument, differenceLines } from './document-comparison.js';

const at = (position: string, document: object) => ({ document, position });

describe('comparing a document of the log with the one that is kept', () => {
  it('finds equal what is equal, whatever the order of its fields', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        const reversed = Object.fromEntries(Object.entries(document).reverse());
        expect(compareDocument('k', at('5', document), at('5', reversed), '9')).toBe('equal');
      }),
    );
    expect(compareDocument('k', undefined, undefined, '9')).toBe('equal');
  });

  it('waits for the fold when the kept document has seen later events', () => {
    expect(compareDocument('k', at('5', { a: 1 }), at('9', { a: 2 }), '8')).toBe('unsettled');
    expect(compareDocument('k', undefined, at('9', { a: 2 }), '8')).toBe('unsettled');
  });

  it('names each field that differs', () => {
    const difference = compareDocument('k', at('5', { a: 1, b: 2 }), at('5', { a: 1, b: 3, c: 4 }), '9');
    expect(difference).toEqual({
      key: 'k',
      kind: 'different',
      fields: [
        { path: 'b', before: 2, after: 3 },
        { path: 'c', before: undefined, after: 4 },
      ],
    });
    expect(typeof difference === 'object' && differenceLines(difference)).toEqual([
      'k b: the log says 2, the read model 3',
      'k c: the log says nothing, the read model 4',
    ]);
  });

  it('finds an event that the read model has missed', () => {
    expect(compareDocument('k', at('7', { a: 2 }), at('5', { a: 1 }), '9')).toMatchObject({ kind: 'different' });
  });

  it('finds documents that only one side has', () => {
    const missing = compareDocument('k', at('5', { a: 1 }), undefined, '9');
    const unfounded = compareDocument('k', undefined, at('5', { a: 1 }), '9');
    expect(missing).toMatchObject({ kind: 'missing' });
    expect(unfounded).toMatchObject({ kind: 'unfounded' });
    for (const found of [missing, unfounded])
      expect(typeof found === 'object' && differenceLines(found)).toHaveLength(1);
  });
});
