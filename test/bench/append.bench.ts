import { openSqliteEventStore } from '#event-store';
import { type BareRow, bareRow, openBareLog } from './bare-sqlite.js';
import { type BenchRun, runBench } from './bench-process.js';
import { compare, type Measure, rateOf } from './measure.js';
import { type Batch, encodedMix } from './seeded-log.js';

const STREAMS = 64;

/**
 * Appends through the embedded event store against bare SQLite transactions with the same rows, tables, indexes and
 * durability. What the store adds: the check of the batch and of the expected revision, JSON, and promises.
 */
async function appends(run: BenchRun): Promise<readonly Measure[]> {
  const { folder, quick } = run;
  const singles = quick ? 500 : 2_000;
  const groups = quick ? 40 : 200;
  const events = sampleEvents(20_000);
  const path = `${folder}/store.db`;
  const store = await openSqliteEventStore({ path });
  const bare = openBareLog(`${folder}/bare.db`, path);
  const names = Array.from({ length: STREAMS }, (_, index) => `partnership-bench_${index}`);

  const at = { store: 0, bare: 0, storeRevision: -1n, bareRevision: 0 };
  /** The next batches of one event for each of the first `width` streams. */
  const nextBatches = (width: number): readonly Batch[] => {
    const expected = at.storeRevision === -1n ? 'none' : at.storeRevision;
    at.storeRevision += 1n;
    return names.slice(0, width).map((stream) => ({ stream, expected, events: [take(events, at.store++)] }));
  };
  const nextRows = (width: number): readonly BareRow[] => {
    at.bareRevision += 1;
    return names.slice(0, width).map((_, index) => bareRow(take(events, at.bare++), index + 1, at.bareRevision));
  };

  const one = await compare(
    {
      bench: 'append',
      what: 'one at a time',
      unit: 'events/s',
      subject: () => {
        const batches = Array.from({ length: singles }, () => nextBatches(1)[0]!);
        return rateOf(singles, async () => {
          for (const { stream, expected, events: batch } of batches) await store.append(stream, expected, batch);
        });
      },
      baseline: {
        what: 'bare transactions of 1 event',
        run: () => {
          const rows = Array.from({ length: singles }, () => nextRows(1));
          return rateOf(singles, () => {
            for (const row of rows) bare.transaction(row);
          });
        },
      },
      target: { atLeast: 0.6 },
    },
    run,
  );
  names.forEach((name, index) => (names[index] = `${name}_64`));
  at.storeRevision = -1n;
  const many = await compare(
    {
      bench: 'append',
      what: `${STREAMS} at once, to ${STREAMS} streams`,
      unit: 'events/s',
      subject: () => {
        const turns = Array.from({ length: groups }, () => nextBatches(STREAMS));
        return rateOf(groups * STREAMS, async () => {
          for (const batches of turns)
            await Promise.all(
              batches.map(({ stream, expected, events: batch }) => store.append(stream, expected, batch)),
            );
        });
      },
      baseline: {
        what: `bare transactions of ${STREAMS} events`,
        run: () => {
          const turns = Array.from({ length: groups }, () => nextRows(STREAMS));
          return rateOf(groups * STREAMS, () => {
            for (const rows of turns) bare.transaction(rows);
          });
        },
      },
      target: { atLeast: 0.6 },
    },
    run,
  );
  bare.close();
  await store.close();
  return [one, many];
}

function sampleEvents(count: number) {
  return [...encodedMix({ events: count })].flatMap(({ events }) => events);
}

function take<Value>(values: readonly Value[], index: number): Value {
  return values[index % values.length]!;
}

await runBench(appends);
