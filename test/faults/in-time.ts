import { setTimeout } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import type { Crew } from './crew.js';

/** On the slowest machine a process starts within a minute, and every trouble passes within seconds: what takes longer never comes. */
const LONGEST_WAIT_MS = 300_000;
/** A process that does not say within this time how it is does not say it at all. */
const HEALTH_MS = 5_000;

/** The result of work. Throws when it takes five minutes, with what was waited for and how everything is at that moment. */
export async function inTime<Result>(
  awaited: string,
  work: Promise<Result>,
  state: () => Promise<object>,
): Promise<Result> {
  const done = new AbortController();
  const tooLate = async (): Promise<never> => {
    await setTimeout(LONGEST_WAIT_MS, undefined, { signal: done.signal });
    throw new Error(`${awaited}: not within five minutes. ${JSON.stringify(await state(), undefined, 2)}`);
  };
  try {
    return await Promise.race([work, tooLate()]);
  } finally {
    done.abort();
  }
}

/** Every process with the end of what it complained about, and what those that serve say of their health. */
export async function stateOf(cluster: Cluster, crews: readonly Crew[]): Promise<object> {
  const serving = crews.flatMap(({ members }) => members);
  const health = await Promise.all(serving.map(async ({ url }) => [url, await healthAt(url)] as const));
  return { processes: cluster.processes(), health: Object.fromEntries(health) };
}

async function healthAt(url: string): Promise<unknown> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(HEALTH_MS) });
    return await answer.json();
  } catch (error) {
    return String(error);
  }
}
