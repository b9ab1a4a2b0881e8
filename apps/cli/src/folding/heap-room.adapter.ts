import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * How much of the heap may be in use before a run ends: what is left has to hold the output and V8's own needs. V8's limit counts
 * the room for young objects, too, up to 48 MiB that documents which stay cannot have.
 */
const MOST_USED = 0.7;
const MEBIBYTE = 1024 * 1024;

/** How full the memory is. In MiB. */
export interface HeapUse {
  readonly used: number;
  readonly limit: number;
}

/** How full the memory is when it is too full to go on; `undefined` while there is room. Cheap until it gets tight. */
export function tightHeap(): HeapUse | undefined {
  if (isRoomy()) return undefined;
  // It may be full of what nobody needs any more.
  collectGarbage();
  if (isRoomy()) return undefined;
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return { used: Math.round(used / MEBIBYTE), limit: Math.round(limit / MEBIBYTE) };
}

function isRoomy(): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used < limit * MOST_USED;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
