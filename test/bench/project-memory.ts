import { openSqliteEventStore } from '#event-store';
import { adHocRun } from './ad-hoc-run.js';
import { projectionNamed } from './widest-projection.js';

/** What an ad-hoc run of a projection cost in a process of its own. */
export interface ProjectMemory {
  readonly events: number;
  readonly documents: number;
  /** The most the process ever had in memory, in bytes. */
  readonly peak: number;
}

const KILOBYTE = 1024;

async function measure(path: string, name: string): Promise<ProjectMemory> {
  const store = await openSqliteEventStore({ path, readOnly: true });
  const documents = await adHocRun(store, projectionNamed(name));
  const events = Number(await store.head());
  await store.close();
  return { events, documents, peak: process.resourceUsage().maxRSS * KILOBYTE };
}

const [path, name] = process.argv.slice(2);
if (path === undefined || name === undefined) throw new TypeError('Name the file of a log and a projection.');
const memory = await measure(path, name);
process.send?.(memory);
