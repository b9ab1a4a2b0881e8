import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('is what the reference implementation of RFC 8785 makes of any content', () => {
    const content = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' }));
    fc.assert(
      fc.property(content, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
    );
  });

  it('orders fields by their UTF-16 code units and writes numbers as ECMAScript does (RFC 8785, section 3.2)', () => {
    const value = {
      '\ufb33': 1e21,
      '\ud83d\ude00': 4.5,
      '\u20ac': -0,
      '\r': 1e-7,
      '1': [true, null],
      a: { c: 1, b: 2 },
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":1e-7,"1":[true,null],"a":{"b":2,"c":1},"€":0,"\ud83d\ude00":4.5,"\ufb33":1e+21}',
    );
  });

  it.each<[string, object]>([
    ['NaN', { number: NaN }],
    ['infinity', { number: Infinity }],
    ['a bigint', { number: 1n }],
    ['a function', { call: () => 1 }],
    ['half a surrogate pair', { text: 'a\ud800' }],
    ['half a surrogate pair in a name', { '\udc00': 1 }],
    ['half a surrogate pair after a backslash', { text: '\\\ud800' }],
  ])('refuses %s', (_case, value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  it('takes a text about surrogates for what it is', () => {
    expect(canonicalJson({ text: '\\ud800' })).toBe('{"text":"\\\\ud800"}');
  });
});
