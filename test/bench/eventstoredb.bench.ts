import { randomUUID } from 'node:crypto';
import type { EventStore } from '#event-sourcing';
import { openEventStoreDb } from '#event-store';
import { type BareEventStoreDb, openBareEventStoreDb } from './bare-eventstoredb.js';
import { type BenchRun, runBench } from './bench-process.js';
import { compare, type Measure, progress, rateOf } from './measure.js';
import { encodedMix } from './seeded-log.js';

/** What either side is asked to do, so that both sides of a round are one piece of code. */
type Side = Omit<BareEventStoreDb, 'close'>;

/**
 * The adapter for EventStoreDB against its bare client, on the server that EVENTSTORE_URL names (issue 4, "Speed"). Writes
 * into streams with new names and leaves them there.
 */
async function eventStoreDb(run: BenchRun): Promise<readonly Measure[]> {
  const url = process.env['EVENTSTORE_URL'];
  if (url === undefined) {
    progress('eventstoredb: left out, because EVENTSTORE_URL names no server');
    return [];
  }
  const store = await openEventStoreDb({ connectionString: url });
  const bare = openBareEventStoreDb(url);
  try {
    return await measured(run, portSide(store), bare);
  } finally {
    await bare.close();
    await store.close();
  }
}

async function measured(run: BenchRun, port: Side, bare: BareEventStoreDb): Promise<readonly Measure[]> {
  const { quick } = run;
  const events = [...encodedMix({ events: 20_000 })].flatMap((batch) => batch.events);
  const length = quick ? 2_000 : 10_000;
  const appends = (size: number, times: number) => (side: Side) => {
    const stream = `bench-${randomUUID()}`;
    return rateOf(size * times, async () => {
      for (let turn = 0; turn < times; turn += 1) {
        const first = (turn * size) % (events.length - size);
        const batch = events.slice(first, first + size).map((event) => ({ ...event, id: randomUUID() }));
        await side.append(stream, turn === 0 ? 'none' : BigInt(turn * size - 1), batch);
      }
    });
  };
  const long = `bench-${randomUUID()}`;
  for (let from = 0; from < length; from += 100)
    await bare.append(long, from === 0 ? 'none' : BigInt(from - 1), events.slice(from, from + 100));

  const versus = (what: string, work: (side: Side) => Promise<number>): Promise<Measure> =>
    compare(
      {
        bench: 'eventstoredb',
        what,
        unit: 'events/s',
        subject: () => work(port),
        baseline: { what: 'its bare client', run: () => work(bare) },
        target: { atLeast: 0.9 },
      },
      run,
    );
  return [
    await versus('append, one at a time', appends(1, quick ? 200 : 1_000)),
    await versus('append, batches of 100', appends(100, quick ? 20 : 100)),
    await versus('read a stream', (side) => rateOf(length, () => side.read(long))),
    await versus('catch up with the log', (side) => rateOf(length, () => side.catchUp(length))),
  ];
}

function portSide(store: EventStore): Side {
  return {
    append: (stream, expected, events) => store.append(stream, expected, events),
    read: async (stream) => {
      let count = 0;
      for await (const _event of store.read(stream)) count += 1;
      return count;
    },
    catchUp: async (enough) => {
      let count = 0;
      for await (const { kind } of store.subscribe({ signal: new AbortController().signal })) {
        if (kind === 'event') count += 1;
        if (count === enough) break;
      }
      return count;
    },
  };
}

await runBench(eventStoreDb);
