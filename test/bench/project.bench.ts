import { loadProjectionFile } from '#analytics';
import { openSqliteEventStore } from '#event-store';
import type { EventStore, Projection } from '#event-sourcing';
import { adHocRun } from './ad-hoc-run.js';
import { type BenchRun, runBench } from './bench-process.js';
import { answerOf } from './child.js';
import { compare, type Comparison, cpuRateOf, type Measure, progress, spreadOf } from './measure.js';
import type { ProjectMemory } from './project-memory.js';
import { readAll } from './read-all.js';
import { rebuild } from './rebuild.js';
import { growingLog, millionEvents } from './shared-log.js';
import { projectionNamed, WIDEST } from './widest-projection.js';

/** A read model as an analyst writes it. */
const EXAMPLE = 'examples/projections/lifecycle-funnel.ts';
const MEGABYTE = 1024 * 1024;

/**
 * `accord project` over a log on disk, and the rebuild of the same projections in memory, against reading the same log without
 * doing anything with the events.
 */
async function adHocRuns(run: BenchRun): Promise<readonly Measure[]> {
  const { path, events } = await millionEvents(run);
  const store = await openSqliteEventStore({ path, readOnly: true });
  const { projection: example } = await loadProjectionFile(EXAMPLE);
  const rounds = { ...run, rounds: 3, warmUps: 1 };
  const measures: Measure[] = [];
  for (const projection of [example as unknown as Projection, projectionNamed(WIDEST)])
    for (const comparison of comparisonsOf(projection, store, events)) measures.push(await compare(comparison, rounds));
  await store.close();
  return [...measures, await memory(run)];
}

function comparisonsOf(projection: Projection, store: EventStore, events: number): readonly Comparison[] {
  const of = (what: string, work: () => Promise<unknown>, atLeast: number): Comparison => ({
    bench: 'project',
    what: `${what} of ${projection.name}, ${String(events)} events`,
    unit: 'events per CPU second',
    subject: () => cpuRateOf(events, work),
    baseline: { what: 'readAll of all these events, parsed', run: () => cpuRateOf(events, () => readAll(store)) },
    target: { atLeast },
  });
  return [
    of('ad-hoc run', () => adHocRun(store, projection), 0.6),
    of('rebuild in memory', () => rebuild(store, [projection]), 0.5),
  ];
}

/** The most memory that an ad-hoc run takes over the first tenth of a log and over the whole: the same partnerships. */
async function memory(run: BenchRun): Promise<Measure> {
  const { tenth, whole } = await growingLog(run);
  const pairs: { readonly short: ProjectMemory; readonly long: ProjectMemory }[] = [];
  for (let round = 0; round < Math.min(run.rounds, 3); round += 1) {
    pairs.push({ short: await memoryOf(tenth.path), long: await memoryOf(whole.path) });
    progress(`project: memory, round ${String(round + 1)}`);
  }
  const [{ short: first, long: second }] = pairs as [(typeof pairs)[number]];
  return {
    bench: 'project',
    what: `most memory of an ad-hoc run of ${WIDEST}, ${second.events} events`,
    unit: 'MB',
    value: spreadOf(pairs.map((pair) => pair.long.peak / MEGABYTE)),
    baseline: {
      what: `${first.events} events with ${first.documents} documents (the longer log has ${second.documents})`,
      value: spreadOf(pairs.map((pair) => pair.short.peak / MEGABYTE)),
    },
    ratio: spreadOf(pairs.map((pair) => pair.long.peak / pair.short.peak)),
    target: { atMost: 1.2 },
    rounds: pairs.length,
  };
}

function memoryOf(path: string): Promise<ProjectMemory> {
  return answerOf(new URL('./project-memory.js', import.meta.url), [path, WIDEST]);
}

await runBench(adHocRuns);
