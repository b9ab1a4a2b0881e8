import { openSqliteEventStore } from '#event-store';
import type { EventStore, Projection } from '#event-sourcing';
import { projections } from '#platform';
import { type BenchRun, runBench } from './bench-process.js';
import { openCountedDocuments } from './counted-documents.js';
import { type Measure, progress, rateOf, spreadOf } from './measure.js';
import { rebuild } from './rebuild.js';
import { writeLog } from './seeded-log.js';
import { startDocumentServer, type StoreServer } from './store-servers.js';

/** The one projection that stands for all: it reads nearly every event. */
const ONE = 'partnership-overview';
/** One round trip for so many events is the most that a projection may make while it catches up (issue 4, "Speed"). */
const EVENTS_PER_ROUND_TRIP = 500;

interface Rebuilt {
  readonly eventsPerSecond: number;
  /** Of each projection, which all read the same events. */
  readonly eventsPerRoundTrip: number;
}

/** Projections that catch up with a log into MongoDB: how fast, and how often they ask the server. */
async function mongoDb(run: BenchRun): Promise<readonly Measure[]> {
  const path = `${run.folder}/log.db`;
  progress('mongodb: writing the log');
  const events = await writeLog(path, { events: run.quick ? 20_000 : 100_000 });
  const store = await openSqliteEventStore({ path, readOnly: true });
  const server = await startDocumentServer();
  try {
    const one = projections.filter(({ name }) => name === ONE);
    const rounds = Math.min(run.rounds, 5);
    return [
      ...(await measured(`one projection (${ONE})`, { store, server, events, which: one, rounds })),
      ...(await measured(`all ${String(projections.length)} together`, {
        store,
        server,
        events,
        which: projections,
        rounds,
      })),
    ];
  } finally {
    await server.release();
    await store.close();
  }
}

interface Catching {
  readonly store: EventStore;
  readonly server: StoreServer;
  readonly events: number;
  readonly which: readonly Projection[];
  readonly rounds: number;
}

async function measured(what: string, catching: Catching): Promise<readonly Measure[]> {
  const rebuilds: Rebuilt[] = [];
  for (let round = 0; round < catching.rounds; round += 1) {
    rebuilds.push(await rebuilt(catching, round));
    progress(`mongodb: ${what}, round ${String(round + 1)} of ${String(catching.rounds)}`);
  }
  const common = { bench: 'mongodb', rounds: catching.rounds };
  const perTrip = rebuilds.map(({ eventsPerRoundTrip }) => eventsPerRoundTrip);
  return [
    {
      ...common,
      what: `${what}, into ${catching.server.name}`,
      unit: 'events/s',
      value: spreadOf(rebuilds.map(({ eventsPerSecond }) => eventsPerSecond)),
    },
    {
      ...common,
      what: `${what}, per round trip and projection`,
      unit: 'events',
      value: spreadOf(perTrip),
      baseline: { what: 'the fewest that are wanted', value: spreadOf([EVENTS_PER_ROUND_TRIP]) },
      ratio: spreadOf(perTrip.map((each) => each / EVENTS_PER_ROUND_TRIP)),
      target: { atLeast: 1 },
    },
  ];
}

async function rebuilt({ store, server, events, which }: Catching, round: number): Promise<Rebuilt> {
  const counted = await openCountedDocuments(server.url, `accord-bench-${String(process.pid)}-${String(round)}`);
  try {
    const eventsPerSecond = await rateOf(events, () => rebuild(store, which, counted.documents));
    return { eventsPerSecond, eventsPerRoundTrip: (events * which.length) / counted.roundTrips() };
  } finally {
    await counted.dispose();
  }
}

await runBench(mongoDb);
