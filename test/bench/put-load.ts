import { writeFileSync } from 'node:fs';
import { answerOf } from './child.js';
import type { Load, Throughput } from './load.js';
import type { Latencies, PacedLoad } from './paced-load.js';

/**
 * Puts load on a server from a process on the second core and returns the requests per second. Rejects when an answer
 * was wrong: what is fast because it fails does not count.
 */
export async function requestsPerSecond(load: Load, folder: string): Promise<number> {
  const { perSecond } = await put<Throughput>('load', load, folder);
  return perSecond;
}

/** The same with requests that come at a pace of their own; returns how long the answers took. */
export function latenciesUnder(load: PacedLoad, folder: string): Promise<Latencies> {
  return put<Latencies>('paced-load', load, folder);
}

async function put<Answer extends { readonly wrong: number }>(
  script: string,
  load: Load | PacedLoad,
  folder: string,
): Promise<Answer> {
  const file = `${folder}/load.json`;
  writeFileSync(file, JSON.stringify(load));
  const answer = await answerOf<Answer>(new URL(`./${script}.js`, import.meta.url), [file], 1);
  if (answer.wrong > 0) throw new Error(`${load.url} gave ${String(answer.wrong)} answers that are not right.`);
  return answer;
}
