import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { Chance } from './chance.js';
import type { Load } from './load.js';
import { quantile } from './measure.js';

/** A load whose requests come at their own pace, whatever the server makes of them. */
export interface PacedLoad extends Omit<Load, 'clients'> {
  /** On average; they come at random moments, as those of many people do. */
  readonly perSecond: number;
}

/** How long the answers took, in milliseconds from the moment at which each request was due. */
export interface Latencies {
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were not what was expected, and requests without one. */
  readonly wrong: number;
}

/**
 * The next requests wait for no answer: a server that stands still is measured by all who come meanwhile. Autocannon cannot do
 * that: it sends what is due in a second at once.
 */
async function run(load: PacedLoad): Promise<Latencies> {
  const chance = new Chance(7);
  const agent = new Agent({ keepAlive: true });
  const answers: Promise<number | undefined>[] = [];
  const begin = performance.now();
  const end = begin + load.seconds * 1_000;
  for (let due = begin; due < end; due += (-Math.log(1 - chance.next()) * 1_000) / load.perSecond) {
    const early = due - performance.now();
    if (early > 0) await setTimeout(early);
    answers.push(latency(load, answers.length, due, agent));
  }
  const taken = await Promise.all(answers);
  agent.destroy();
  const right = taken.filter((milliseconds) => milliseconds !== undefined);
  return {
    requests: taken.length,
    p50: quantile(right, 0.5),
    p99: quantile(right, 0.99),
    wrong: taken.length - right.length,
  };
}

/** Milliseconds until the whole answer was there; `undefined` when it was wrong. */
function latency(load: PacedLoad, index: number, due: number, agent: Agent): Promise<number | undefined> {
  const { url, headers, bodies, expected } = load;
  return new Promise((resolve) => {
    const sending = request(url, { method: 'POST', headers, agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => {
        resolve(body.includes(expected) ? performance.now() - due : undefined);
      });
    });
    sending.on('error', () => {
      resolve(undefined);
    });
    sending.end(bodies[index % bodies.length]);
  });
}

const file = process.argv[2];
if (file === undefined) throw new TypeError('Name the file that describes the load.');
process.send?.(await run(JSON.parse(readFileSync(file, 'utf8')) as PacedLoad));
