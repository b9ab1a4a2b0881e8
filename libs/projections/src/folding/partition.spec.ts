import fc from 'fast-check';
import { isIn, partitionName, partitionsOf } from './partition.js';

describe('The partitions of a build', () => {
  it('divide all keys: each falls to one of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 64 }), (key, count) => {
        expect(partitionsOf(count).filter((partition) => isIn(partition, key))).toHaveLength(1);
      }),
    );
  });

  it('give keys to the same one for ever, since checkpoints depend on it', () => {
    const keys = ['a', 'b', 'partnership-0195f2a0-7c1e-7b1a-9a41-2f6f3c1d0e55', 'Zürich', ''];
    const indexes = keys.map((key) => partitionsOf(5).findIndex((partition) => isIn(partition, key)));
    expect(indexes).toEqual([2, 1, 3, 3, 0]);
  });

  it('are of about the same size', () => {
    const sizes = partitionsOf(4).map(
      (partition) =>
        Array.from({ length: 4_000 }, (_, index) => `document-${index}`).filter((key) => isIn(partition, key)).length,
    );
    for (const size of sizes) expect(Math.abs(size - 1_000)).toBeLessThan(150);
  });

  it('have checkpoints and leases of their own; one that is alone goes by the name of its read model', () => {
    const [whole, ...others] = partitionsOf(1);
    expect([whole, others]).toEqual([{ index: 0, of: 1 }, []]);
    expect(partitionName('open-cases.v1', whole)).toBe('open-cases.v1');
    expect(partitionsOf(2).map((partition) => partitionName('open-cases.v1', partition))).toEqual([
      'open-cases.v1.p1of2',
      'open-cases.v1.p2of2',
    ]);
  });
});
