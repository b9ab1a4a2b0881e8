import { openSqliteEventStore } from '#event-store';
import { projections } from '#platform';
import { rebuild } from './rebuild.js';

/** What a rebuild of all read models cost in a process of its own; `kept` and `peak` are bytes. */
export interface RebuildMemory {
  readonly events: number;
  readonly documents: number;
  /** Heap after the rebuild minus heap before it, both after a garbage collection. */
  readonly kept: number;
  /** The most the process ever had in memory. */
  readonly peak: number;
}

const KILOBYTE = 1024;

async function measure(path: string): Promise<RebuildMemory> {
  const store = await openSqliteEventStore({ path, readOnly: true });
  const before = heapInUse();
  const engine = await rebuild(store, projections);
  const kept = heapInUse() - before;
  const peak = process.resourceUsage().maxRSS * KILOBYTE;
  const counts = await Promise.all(projections.map((projection) => engine.collection(projection).count()));
  const events = Number(await store.head());
  await store.close();
  return { events, documents: counts.reduce((sum, count) => sum + count, 0), kept, peak };
}

function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const path = process.argv[2];
if (path === undefined) throw new TypeError('Name the file of a log.');
const memory = await measure(path);
process.send?.(memory);
