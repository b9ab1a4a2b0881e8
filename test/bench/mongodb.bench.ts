import { openSqliteEventStore } from '#event-store';
import type { Projection } from '#event-sourcing';
import { projections } from '#platform';
import { type BenchRun, runBench } from './bench-process.js';
import { openCountedDocuments } from './counted-documents.js';
import { type Measure, progress, rateOf, spreadOf } from './measure.js';
import { rebuild } from './rebuild.js';
import { millionEvents, sharedLog, type SharedLog } from './shared-log.js';
import { startDocumentServer, type StoreServer } from './store-servers.js';
import { projectionNamed, WIDEST } from './widest-projection.js';

/** One round trip for so many events is the most that a projection may make while it catches up (issue 4, "Speed"). */
const EVENTS_PER_ROUND_TRIP = 500;
/** What one projection has to fold into a real server (issue 5, "Speed"). */
const EVENTS_PER_SECOND = 10_000;

interface Rebuilt {
  readonly eventsPerSecond: number;
  /** Of each projection, which all read the same events. */
  readonly eventsPerRoundTrip: number;
}

/**
 * Projections that catch up with a log into MongoDB: how fast, and how often they ask the server. On a real server the one
 * projection reads a million events.
 */
async function mongoDb(run: BenchRun): Promise<readonly Measure[]> {
  const log = await sharedLog(run, { events: run.quick ? 20_000 : 100_000 });
  const server = await startDocumentServer();
  try {
    const one = [projectionNamed(WIDEST)];
    const rounds = Math.min(run.rounds, server.isReal ? 3 : 5);
    const oneLog = server.isReal ? await millionEvents(run) : log;
    return [
      ...(await measured(`one projection (${WIDEST})`, { log: oneLog, server, which: one, rounds })),
      ...(await measured(`all ${String(projections.length)} together`, { log, server, which: projections, rounds })),
    ];
  } finally {
    await server.release();
  }
}

interface Catching {
  readonly log: SharedLog;
  readonly server: StoreServer;
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
  const perSecond = rebuilds.map(({ eventsPerSecond }) => eventsPerSecond);
  const perTrip = rebuilds.map(({ eventsPerRoundTrip }) => eventsPerRoundTrip);
  return [
    {
      ...common,
      what: `${what}, ${String(catching.log.events)} events into ${catching.server.name}`,
      unit: 'events/s',
      value: spreadOf(perSecond),
      ...(catching.server.isReal && catching.which.length === 1 ? againstWanted(perSecond, EVENTS_PER_SECOND) : {}),
    },
    {
      ...common,
      what: `${what}, per round trip and projection`,
      unit: 'events',
      value: spreadOf(perTrip),
      ...againstWanted(perTrip, EVENTS_PER_ROUND_TRIP),
    },
  ];
}

function againstWanted(values: readonly number[], wanted: number): Pick<Measure, 'baseline' | 'ratio' | 'target'> {
  return {
    baseline: { what: 'the fewest that are wanted', value: spreadOf([wanted]) },
    ratio: spreadOf(values.map((value) => value / wanted)),
    target: { atLeast: 1 },
  };
}

async function rebuilt({ log, server, which }: Catching, round: number): Promise<Rebuilt> {
  const { path, events } = log;
  const store = await openSqliteEventStore({ path, readOnly: true });
  const counted = await openCountedDocuments(server.url, `accord-bench-${String(process.pid)}-${String(round)}`);
  try {
    const eventsPerSecond = await rateOf(events, () => rebuild(store, which, counted.documents));
    return { eventsPerSecond, eventsPerRoundTrip: (events * which.length) / counted.roundTrips() };
  } finally {
    await counted.dispose();
    await store.close();
  }
}

await runBench(mongoDb);
