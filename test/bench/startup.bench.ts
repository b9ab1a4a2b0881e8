import { mkdirSync, readFileSync } from 'node:fs';
import { type BenchRun, runBench } from './bench-process.js';
import { type Measure, progress, spreadOf } from './measure.js';
import { writeLog } from './seeded-log.js';
import { ask, headersFor, startAccord } from './server.js';

interface Start {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** From the start of the process to its first right answer, and the memory it then has, with a short and a long log. */
async function startup(run: BenchRun): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const events of run.quick ? [1_000, 10_000] : [10_000, 200_000]) {
    const folder = `${run.folder}/${String(events)}`;
    mkdirSync(folder);
    progress(`startup: writing a log of ${String(events)} events`);
    await writeLog(`${folder}/accord.db`, { events });
    const headers = await headersFor(folder);
    await start(folder, headers);
    const starts: Start[] = [];
    for (let round = 0; round < Math.min(run.rounds, 7); round += 1) {
      const last = await start(folder, headers);
      starts.push(last);
      progress(`startup: ${String(events)} events, round ${String(round + 1)}: ${last.milliseconds.toFixed(0)} ms`);
    }
    const common = { bench: 'startup', rounds: starts.length };
    measures.push(
      {
        ...common,
        what: `spawn to first answer, ${String(events)} events`,
        unit: 'ms',
        value: spreadOf(starts.map(({ milliseconds }) => milliseconds)),
      },
      {
        ...common,
        what: `memory (RSS) after it, ${String(events)} events`,
        unit: 'MB',
        value: spreadOf(starts.map(({ megabytes }) => megabytes)),
      },
    );
  }
  return measures;
}

async function start(folder: string, headers: Readonly<Record<string, string>>): Promise<Start> {
  const begin = performance.now();
  const server = await startAccord(folder);
  try {
    const data = await ask<{ readonly partnerships: { readonly edges: readonly object[] } }>(
      server.url,
      headers,
      '{ partnerships(first: 1) { edges { node { id } } } }',
    );
    if (data.partnerships.edges.length === 0) throw new Error('The server has no partnerships: it is not ready.');
    return { milliseconds: performance.now() - begin, megabytes: residentMegabytes(server.pid) };
  } finally {
    await server.stop();
  }
}

/** Resident memory of a process; 0 where there is no /proc. */
function residentMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

await runBench(startup);
