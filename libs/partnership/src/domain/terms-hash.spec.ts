import { offeredTerms } from './event-samples/termination.js';
import { termsHash } from './terms-hash.js';

describe('The fingerprint of the terms', () => {
  it('stays what it was when consents were given to it', () => {
    expect(termsHash(offeredTerms)).toBe('cae660e83887dd0998dd4d215e9dc3f011ed2a35c7dc6cf1dfa90e134e502c4b');
  });

  it('does not depend on the order in which the terms were written', () => {
    const reversed = Object.fromEntries(Object.entries(offeredTerms).reverse()) as typeof offeredTerms;
    expect(Object.keys(reversed)).not.toEqual(Object.keys(offeredTerms));
    expect(termsHash(reversed)).toBe(termsHash(offeredTerms));
  });

  it('changes with every term', () => {
    const changed = [
      { ...offeredTerms, endsOn: '2026-07-01' },
      { ...offeredTerms, customerHandover: { count: 10, target: 'OWN' as const } },
      { ...offeredTerms, form: 'TEXT' as const },
    ];
    expect(new Set([offeredTerms, ...changed].map(termsHash)).size).toBe(4);
  });
});
