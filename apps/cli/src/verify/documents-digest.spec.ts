import fc from 'fast-check';
import { documentsDigest } from './documents-digest.js';

describe('the digest of documents', () => {
  const documents = fc.uniqueArray(fc.tuple(fc.string(), fc.dictionary(fc.string(), fc.jsonValue())), {
    selector: ([key]) => key,
  });

  it('does not depend on the order in which they came', () => {
    fc.assert(
      fc.property(documents, (entries) => {
        expect(documentsDigest(new Map(entries))).toBe(documentsDigest(new Map([...entries].reverse())));
      }),
    );
  });

  it('tells documents and ids apart', () => {
    const digests = [
      new Map(),
      new Map([['a', { x: 1 }]]),
      new Map([['b', { x: 1 }]]),
      new Map([['a', { x: 2 }]]),
      new Map([
        ['a', { x: 1 }],
        ['b', {}],
      ]),
    ].map(documentsDigest);
    expect(new Set(digests).size).toBe(digests.length);
  });
});
