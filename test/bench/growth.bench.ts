import { copyFileSync } from 'node:fs';
import { openSqliteEventStore } from '#event-store';
import type { EventStore } from '#event-sourcing';
import { adHocRun } from './ad-hoc-run.js';
import { type BenchRun, runBench } from './bench-process.js';
import { compare, cpuRateOf, type Measure } from './measure.js';
import { rebuild } from './rebuild.js';
import { encodedMix } from './seeded-log.js';
import { type GrowingLog, growingLog, type SharedLog } from './shared-log.js';
import { projectionNamed, WIDEST } from './widest-projection.js';

const APPENDS = 1_000;
/** An event may cost so many times what it costs in a log of a tenth the length. */
const MOST_GROWTH = 1.2;

/** Some work on a log. */
interface Work {
  readonly what: string;
  /** How many events of a log it is about. */
  readonly events: (log: SharedLog) => number;
  readonly run: (store: EventStore) => Promise<unknown>;
}

/**
 * What an event costs in a long log against one of a tenth the length: folded into the same number of documents, by a rebuild
 * and by an ad-hoc run, and appended. In processor time of this process.
 */
async function growth(run: BenchRun): Promise<readonly Measure[]> {
  const projection = projectionNamed(WIDEST);
  const logs = await growingLog(run);
  const readOnly = { tenth: await opened(logs.tenth.path), whole: await opened(logs.whole.path) };
  const all = ({ events }: SharedLog): number => events;
  const folds: readonly Work[] = [
    { what: `rebuild of ${WIDEST} in memory`, events: all, run: (store) => rebuild(store, [projection]) },
    { what: `ad-hoc run of ${WIDEST}`, events: all, run: (store) => adHocRun(store, projection) },
  ];
  const measures: Measure[] = [];
  for (const work of folds) measures.push(await compared(run, work, logs, readOnly));
  const writable = { tenth: await openedCopy(run, logs.tenth), whole: await openedCopy(run, logs.whole) };
  measures.push(await compared(run, appends(), logs, writable));
  for (const store of [...Object.values(readOnly), ...Object.values(writable)]) await store.close();
  return measures;
}

function compared(
  run: BenchRun,
  work: Work,
  logs: GrowingLog,
  stores: Readonly<Record<keyof GrowingLog, EventStore>>,
): Promise<Measure> {
  const rate = (which: keyof GrowingLog) => () => cpuRateOf(work.events(logs[which]), () => work.run(stores[which]));
  return compare(
    {
      bench: 'growth',
      what: `${work.what}, ${String(logs.whole.events)} events`,
      unit: 'events per CPU second',
      subject: rate('whole'),
      baseline: { what: `the same with the first ${String(logs.tenth.events)} of them`, run: rate('tenth') },
      target: { atLeast: 1 / MOST_GROWTH },
    },
    { ...run, rounds: 3, warmUps: 1 },
  );
}

function opened(path: string): Promise<EventStore> {
  return openSqliteEventStore({ path, readOnly: true });
}

function openedCopy({ folder }: BenchRun, { path, events }: SharedLog): Promise<EventStore> {
  const copy = `${folder}/copy-${String(events)}.db`;
  copyFileSync(path, copy);
  return openSqliteEventStore({ path: copy });
}

/** Appends the same events again and again, each time to streams of their own. */
function appends(): Work {
  const events = [...encodedMix({ events: APPENDS })].flatMap((batch) => batch.events).slice(0, APPENDS);
  let times = 0;
  return {
    what: `appends, ${String(APPENDS)} at once`,
    events: () => APPENDS,
    run: async (store) => {
      times += 1;
      await Promise.all(
        events.map((event, index) =>
          store.append(`partnership-grown_${String(times)}_${String(index)}`, 'none', [event]),
        ),
      );
    },
  };
}

await runBench(growth);
