import fc from 'fast-check';
import { z } from 'zod';
import { fitsSchema } from './fits-schema.js';

const isEven = (text: string): boolean => text.length % 2 === 0;
const part = z
  .strictObject({ name: z.string().min(1).max(3), weight: z.int().min(0).lt(10).exactOptional() })
  .readonly();
const schema = z.strictObject({
  id: z.string().regex(/^prt_[0-9A-Z]+$/),
  side: z.enum(['OWN', 'PARTNER']),
  isFirm: z.boolean(),
  count: z.int().gt(-3).max(3),
  even: z.string().refine(isEven),
  parts: z.array(part).min(1).max(2).readonly(),
  note: z.string().exactOptional(),
});
const valid = {
  id: 'prt_1',
  side: 'OWN',
  isFirm: true,
  count: -2,
  even: 'ab',
  parts: [{ name: 'a' }, { name: 'abc', weight: 9 }],
};

const value = fc.oneof(
  fc.constantFrom('prt_1', 'prt_', 'OWN', 'ab', 'abc', '', true, null, -3, -2, 3, 4, 1.5, NaN, undefined),
  fc.constantFrom([], [{ name: 'a' }], [{ name: '' }], [{ name: 'a', weight: 10 }], [null], {}, [[]]),
  fc.jsonValue(),
);
const changed = fc
  .tuple(fc.constantFrom(...Object.keys(schema.shape), 'other'), value, fc.boolean())
  .map(([name, other, isTakenAway]) => {
    const { [name as keyof typeof valid]: _gone, ...rest } = valid;
    return isTakenAway ? rest : { ...rest, [name]: other };
  });

describe('the quick check of a schema', () => {
  it('takes what the schema takes, and nothing else', () => {
    const fits = fitsSchema(schema);
    expect(fits(valid)).toBe(true);
    fc.assert(
      fc.property(fc.oneof(changed, value), (input) => {
        expect(fits(input)).toBe(schema.safeParse(input).success);
      }),
    );
  });

  it.each<[string, z.ZodType, unknown]>([
    ['a default', z.strictObject({ a: z.string().default('x') }), { a: 'y' }],
    ['a transform', z.strictObject({ a: z.string().transform(Number) }), { a: '1' }],
    ['a text that is trimmed', z.strictObject({ a: z.string().trim() }), { a: ' y ' }],
    ['coercion', z.strictObject({ a: z.coerce.number() }), { a: 1 }],
    ['a union', z.union([z.string(), z.int()]), 1],
    ['a record', z.record(z.string(), z.int()), { a: 1 }],
    ['a text with a form of its own', z.iso.date(), '2026-03-31'],
    ['a number of any kind', z.number(), 1],
    ['an enum of numbers', z.enum({ A: 1, B: 2 }), 1],
    ['a pattern that remembers', z.string().regex(/a/g), 'a'],
    ['an instance', z.strictObject({}), new Map()],
    ['an optional field that is there without a value', z.strictObject({ a: z.string().optional() }), { a: undefined }],
  ])('leaves to the schema: %s', (_case, unknown, input) => {
    expect(unknown.safeParse(input).success).toBe(true);
    expect(fitsSchema(unknown)(input)).toBe(false);
  });

  it('leaves everything to what is no schema of zod', () => {
    expect(fitsSchema({ parse: (input: unknown) => input })({})).toBe(false);
  });
});
