import { openSqliteEventStore } from '#event-store';
import type { EventStore, Projection } from '#event-sourcing';
import { projections } from '#platform';
import { type BenchRun, runBench } from './bench-process.js';
import { answerOf } from './child.js';
import { compare, type Measure, progress, rateOf, spreadOf } from './measure.js';
import { readAll } from './read-all.js';
import { rebuild } from './rebuild.js';
import type { RebuildMemory } from './rebuild-memory.js';
import { writeLog } from './seeded-log.js';
import { sharedLog } from './shared-log.js';
import { projectionNamed, WIDEST } from './widest-projection.js';

const MEGABYTE = 1024 * 1024;

/** Rebuilds in memory from a log on disk, against reading the same log without doing anything with the events. */
async function rebuilds(run: BenchRun): Promise<readonly Measure[]> {
  const { path, events } = await sharedLog(run, { events: run.quick ? 20_000 : 100_000 });
  const store = await openSqliteEventStore({ path, readOnly: true });
  const one = [projectionNamed(WIDEST)];
  const baseline = { what: `readAll of the same ${events} events, parsed`, run: () => readingRate(store, events) };
  const subject = (which: readonly Projection[]) => async (): Promise<number> => {
    globalThis.gc?.();
    return rateOf(events, () => rebuild(store, which));
  };
  const measures = [
    await compare(
      {
        bench: 'rebuild',
        what: `one projection (${WIDEST})`,
        unit: 'events/s',
        subject: subject(one),
        baseline,
        target: { atLeast: 0.5 },
      },
      run,
    ),
    await compare(
      {
        bench: 'rebuild',
        what: `all ${projections.length} projections together`,
        unit: 'events/s',
        subject: subject(projections),
        baseline,
        target: { atLeast: 0.2 },
      },
      run,
    ),
  ];
  await store.close();
  return [...measures, ...(await memory(run))];
}

async function readingRate(store: EventStore, events: number): Promise<number> {
  globalThis.gc?.();
  return rateOf(events, () => readAll(store));
}

/** Rebuilds a short and a four times longer log of the same partnerships, each in a process of its own. */
async function memory({ folder, quick, rounds }: BenchRun): Promise<readonly Measure[]> {
  const short = quick ? 5_000 : 50_000;
  const partnerships = short / 100;
  const paths = [`${folder}/short.db`, `${folder}/long.db`] as const;
  progress('rebuild: writing a short and a long log of the same partnerships');
  await writeLog(paths[0], { events: short, partnerships });
  await writeLog(paths[1], { events: 4 * short, partnerships, replansPerAction: 30 });
  const pairs: { readonly short: RebuildMemory; readonly long: RebuildMemory }[] = [];
  for (let round = 0; round < Math.min(rounds, 5); round += 1) {
    pairs.push({ short: await rebuildMemory(paths[0]), long: await rebuildMemory(paths[1]) });
    progress(`rebuild: memory, round ${round + 1}`);
  }
  const [{ short: first, long: second }] = pairs as [(typeof pairs)[number]];
  const measure = (what: string, pick: (memory: RebuildMemory) => number, atMost: number): Measure => ({
    bench: 'rebuild',
    what: `${what}, ${second.events} events`,
    unit: 'MB',
    value: spreadOf(pairs.map(({ long }) => pick(long) / MEGABYTE)),
    baseline: {
      what: `the rebuild of ${first.events} events with ${first.documents} documents (the longer one has ${second.documents})`,
      value: spreadOf(pairs.map((pair) => pick(pair.short) / MEGABYTE)),
    },
    ratio: spreadOf(pairs.map((pair) => pick(pair.long) / pick(pair.short))),
    target: { atMost },
    rounds: pairs.length,
  });
  return [
    measure('heap kept by the read models', ({ kept }) => kept, 1.25),
    measure('most memory of the process', ({ peak }) => peak, 1.5),
  ];
}

function rebuildMemory(path: string): Promise<RebuildMemory> {
  return answerOf(new URL('./rebuild-memory.js', import.meta.url), [path]);
}

await runBench(rebuilds);
