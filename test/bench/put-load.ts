import { writeFileSync } from 'node:fs';
import { answerOf } from './child.js';
import type { Load, Throughput } from './load.js';

/**
 * Puts load on a server from a process on the second core and returns the requests per second. Rejects when an answer
 * was wrong: what is fast because it fails does not count.
 */
export async function requestsPerSecond(load: Load, folder: string): Promise<number> {
  const file = `${folder}/load.json`;
  writeFileSync(file, JSON.stringify(load));
  const { perSecond, wrong } = await answerOf<Throughput>(new URL('./load.js', import.meta.url), [file], 1);
  if (wrong > 0) throw new Error(`${load.url} gave ${String(wrong)} answers that are not right.`);
  return perSecond;
}
