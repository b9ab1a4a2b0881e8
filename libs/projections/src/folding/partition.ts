import { crc32 } from 'node:zlib';

/** A part of a build's documents, by their keys: folded by itself, in whichever process that may be. */
export interface Partition {
  /** From 0 on. */
  readonly index: number;
  /** How many there are of the build. */
  readonly of: number;
}

/** The partitions of a build, in order. */
export function partitionsOf(count: number): readonly [Partition, ...Partition[]] {
  const others = Array.from({ length: count - 1 }, (_, index) => ({ index: index + 1, of: count }));
  return [{ index: 0, of: count }, ...others];
}

/** Whether a key falls to a partition: to one of a build's partitions each, and to the same one for ever (CRC-32 of its UTF-8). */
export function isIn({ index, of }: Partition, key: string): boolean {
  return of === 1 || crc32(key) % of === index;
}

/** The name of a partition's checkpoint and lease; a build that is not divided goes by that of its read model. */
export function partitionName(readModel: string, { index, of }: Partition): string {
  return of === 1 ? readModel : `${readModel}.p${String(index + 1)}of${String(of)}`;
}
