import { loadProjectionFile } from '#analytics';
import { openSqliteEventStore } from '#event-store';
import type { EventStore, Projection } from '#event-sourcing';
import { projections } from '#platform';
import { adHocRun } from './ad-hoc-run.js';
import { type BenchRun, runBench } from './bench-process.js';
import { answerOf } from './child.js';
import { compare, cpuRateOf, type Measure, progress, spreadOf } from './measure.js';
import type { ProjectMemory } from './project-memory.js';
import { writeLog } from './seeded-log.js';

/** A read model that reads nearly every event, and one as an analyst writes it. */
const WIDEST = 'partnership-overview';
const EXAMPLE = 'examples/projections/lifecycle-funnel.ts';
/** How often an action is replanned for streams ten times as long. */
const REPLANS = 110;
const MEGABYTE = 1024 * 1024;

/** `accord project` over a log on disk, against reading the same log without doing anything with the events. */
async function adHocRuns(run: BenchRun): Promise<readonly Measure[]> {
  const path = `${run.folder}/log.db`;
  progress('project: writing the log');
  const events = await writeLog(path, { events: run.quick ? 50_000 : 1_000_000 });
  const store = await openSqliteEventStore({ path, readOnly: true });
  const { projection: example } = await loadProjectionFile(EXAMPLE);
  const widest = projections.find(({ name }) => name === WIDEST);
  if (widest === undefined) throw new Error(`There is no projection ${WIDEST}.`);
  const rounds = { ...run, rounds: run.quick ? 3 : 5 };
  const measures: Measure[] = [];
  for (const projection of [example as unknown as Projection, widest])
    measures.push(
      await compare(
        {
          bench: 'project',
          what: `ad-hoc run of ${projection.name}, ${events} events`,
          unit: 'events per CPU second',
          subject: () => cpuRateOf(events, () => adHocRun(store, projection)),
          baseline: {
            what: 'readAll of all these events, parsed',
            run: () => cpuRateOf(events, () => readAll(store)),
          },
          target: { atLeast: 0.6 },
        },
        rounds,
      ),
    );
  await store.close();
  return [...measures, await memory(run)];
}

async function readAll(store: EventStore): Promise<void> {
  let read = 0;
  for await (const event of store.readAll()) read += event.position.length;
  if (read === 0) throw new Error('The log is empty.');
}

/** The most memory that an ad-hoc run takes over a short log and a ten times longer one of the same partnerships. */
async function memory({ folder, quick, rounds }: BenchRun): Promise<Measure> {
  const short = quick ? 5_000 : 100_000;
  const partnerships = short / 100;
  const paths = [`${folder}/short.db`, `${folder}/long.db`] as const;
  progress('project: writing a short and a long log of the same partnerships');
  await writeLog(paths[0], { events: short, partnerships });
  await writeLog(paths[1], { events: 10 * short, partnerships, replansPerAction: REPLANS });
  const pairs: { readonly short: ProjectMemory; readonly long: ProjectMemory }[] = [];
  for (let round = 0; round < Math.min(rounds, 3); round += 1)
    pairs.push({ short: await memoryOf(paths[0]), long: await memoryOf(paths[1]) });
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
