import { mkdirSync } from 'node:fs';
import { type BenchRun, runBench } from './bench-process.js';
import { type Measure, percent, progress, spreadOf } from './measure.js';
import type { Latencies } from './paced-load.js';
import { latenciesUnder, requestsPerSecond } from './put-load.js';
import { writeLog } from './seeded-log.js';
import { headersFor, type Server, startAccord } from './server.js';
import { whileRebuilding } from './steady-rebuild.js';
import { WIDEST } from './widest-projection.js';

const CLIENTS = 16;
/** How busy the server is with queries: one that can do no more has a p99 that says nothing. */
const SHARE_OF_CAPACITY = 0.35;
const row = 'id companyId companyName category state tier managerId openedOn activatedOn lastContactOn nextReviewOn';
const queries = [
  `{ partnerships(first: 50) { edges { node { ${row} openActions revision } } } }`,
  `{ partnerships(first: 25, filter: { states: [ACTIVE], categories: [SALES] }, sort: { by: lastContactOn }) {
     edges { node { ${row} } } pageInfo { hasNextPage endCursor } } }`,
  '{ reviewCalendar(first: 25) { edges { node { id } } } }',
  '{ partnerCompanies(first: 50) { edges { node { id legalName country } } } }',
];
const bodies = queries.map((query) => JSON.stringify({ query }));
const expected = '"edges"';

interface Round {
  readonly idle: Latencies;
  readonly rebuilding: Latencies;
}

/**
 * How long queries take while a projection is rebuilt beside the live one, and while nothing else is done: over HTTP, a mix
 * of lists at a pace that leaves the server room. The clients on the second core, the server on both, as its process would
 * be: V8 marks what is in use in a thread beside.
 */
async function rebuildsUnderLoad(run: BenchRun): Promise<readonly Measure[]> {
  const folder = `${run.folder}/accord`;
  mkdirSync(folder);
  progress('rebuilding: writing the log');
  const events = await writeLog(`${folder}/accord.db`, { events: run.quick ? 30_000 : 200_000 });
  const server = await startAccord(folder);
  try {
    return await latencies(run, server, { headers: await headersFor(folder), events });
  } finally {
    await server.stop();
  }
}

async function latencies(
  run: BenchRun,
  { url }: Server,
  { headers, events }: { readonly headers: Readonly<Record<string, string>>; readonly events: number },
): Promise<readonly Measure[]> {
  const seconds = run.quick ? 4 : 10;
  const load = { url, headers, bodies, expected, seconds };
  await requestsPerSecond({ ...load, clients: CLIENTS }, run.folder);
  const capacity = await requestsPerSecond({ ...load, clients: CLIENTS }, run.folder);
  const perSecond = Math.max(1, Math.round(capacity * SHARE_OF_CAPACITY));
  progress(`rebuilding: ${String(perSecond)} queries per second, ${percent(SHARE_OF_CAPACITY)} of what it can answer`);
  const idle = (): Promise<Latencies> => latenciesUnder({ ...load, perSecond }, run.folder);
  const rebuilding = (): Promise<Latencies> => whileRebuilding({ url, headers, projection: WIDEST }, idle);
  await rebuilding();
  const rounds: Round[] = [];
  for (let round = 0; round < run.rounds; round += 1) {
    const first = round % 2 === 0 ? await idle() : await rebuilding();
    const second = round % 2 === 0 ? await rebuilding() : await idle();
    rounds.push(round % 2 === 0 ? { idle: first, rebuilding: second } : { idle: second, rebuilding: first });
    progress(`rebuilding: round ${String(round + 1)} of ${String(run.rounds)}: ${told(rounds.at(-1)!)}`);
  }
  const what = `of ${String(perSecond)} queries per second during rebuilds of ${WIDEST}, ${String(events)} events`;
  return [measure(`p50 ${what}`, rounds, ({ p50 }) => p50), measure(`p99 ${what}`, rounds, ({ p99 }) => p99, 2)];
}

function told({ idle, rebuilding }: Round): string {
  return `p99 ${rebuilding.p99.toFixed(1)} ms where it is ${idle.p99.toFixed(1)} ms without`;
}

function measure(
  what: string,
  rounds: readonly Round[],
  pick: (latencies: Latencies) => number,
  atMost?: number,
): Measure {
  return {
    bench: 'rebuilding',
    what,
    unit: 'ms',
    value: spreadOf(rounds.map(({ rebuilding }) => pick(rebuilding))),
    baseline: {
      what: 'the same queries while nothing is rebuilt',
      value: spreadOf(rounds.map(({ idle }) => pick(idle))),
    },
    ratio: spreadOf(rounds.map(({ idle, rebuilding }) => pick(rebuilding) / pick(idle))),
    ...(atMost === undefined ? {} : { target: { atMost } }),
    rounds: rounds.length,
  };
}

await runBench(rebuildsUnderLoad);
