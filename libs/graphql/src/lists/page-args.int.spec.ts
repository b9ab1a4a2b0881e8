import 'reflect-metadata';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor.js';
import { pageRequest } from './page-args.js';

describe('a cursor', () => {
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));

  it('leads back to the very row it was made for', () => {
    fc.assert(
      fc.property(fc.array(scalar, { maxLength: 3 }), fc.string(), (values, id) => {
        expect(decodeCursor(encodeCursor({ values, id }), values.length)).toEqual({ values, id });
      }),
    );
  });

  it('is refused when no list handed it out, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeCursor(text, 7)).toBeUndefined();
      }),
    );
  });

  it('is refused by a list with another number of sort fields', () => {
    expect(decodeCursor(encodeCursor({ values: ['a'], id: 'x' }), 2)).toBeUndefined();
  });
});

describe('paging arguments', () => {
  const after = encodeCursor({ values: ['a'], id: 'x' });

  it('ask for a default page from the front', () => {
    expect(pageRequest({}, 1)).toEqual({ limit: 25, direction: 'forwards' });
  });

  it('ask for the next page behind a cursor, and for the one before it', () => {
    expect(pageRequest({ first: 10, after }, 1)).toEqual({
      limit: 10,
      direction: 'forwards',
      after: { values: ['a'], id: 'x' },
    });
    expect(pageRequest({ last: 10, before: after }, 1)).toEqual({
      limit: 10,
      direction: 'backwards',
      before: { values: ['a'], id: 'x' },
    });
  });

  it.each([
    [{ first: 0 }, 'first must be between 1 and 100'],
    [{ first: 101 }, 'first must be between 1 and 100'],
    [{ last: -1 }, 'last must be between 1 and 100'],
    [{ first: 1, last: 1 }, 'not both'],
    [{ first: 1, after: 'nonsense' }, 'after must be a cursor'],
    [{ last: 1, before: 'nonsense' }, 'before must be a cursor'],
  ])('are refused when they break a rule: %j', (args, message) => {
    expect(() => pageRequest(args, 1)).toThrow(message);
  });
});
