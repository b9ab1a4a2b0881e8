import { existsSync } from 'node:fs';
import { openSqliteEventStore } from '#event-store';
import type { BenchRun } from './bench-process.js';
import type { MixOptions } from './event-mix.js';
import { progress } from './measure.js';
import { writeLog } from './seeded-log.js';

/** A log that several benches of a run read. Nobody may write to its file: who wants to does so in a copy. */
export interface SharedLog {
  readonly path: string;
  readonly events: number;
}

/** The log of a mix; written by the first bench of the run that asks for it, because a long one takes a minute. */
export async function sharedLog({ shared }: BenchRun, options: MixOptions): Promise<SharedLog> {
  const path = `${shared}/log-${Object.entries(options).flat().join('-')}.db`;
  if (!existsSync(path)) {
    progress(`writing a log of ${String(options.events)} events`);
    return { path, events: await writeLog(path, options) };
  }
  const store = await openSqliteEventStore({ path, readOnly: true });
  const events = Number(await store.head());
  await store.close();
  return { path, events };
}

/** The first tenth of a log, and the whole: ten times as many events of the same partnerships, and so of the same documents. */
export interface GrowingLog {
  readonly tenth: SharedLog;
  readonly whole: SharedLog;
}

/** So often is an action replanned for streams of a thousand events. */
const REPLANS = 110;
/** Soon enough that all partnerships are in the first tenth. */
const INTAKE_DAYS = 30;

/** A log with streams of a thousand events each, long and short. */
export async function growingLog(run: BenchRun): Promise<GrowingLog> {
  const events = run.quick ? 50_000 : 1_000_000;
  const mix = { partnerships: events / 1_000, replansPerAction: REPLANS, intakeDays: INTAKE_DAYS };
  return {
    tenth: await sharedLog(run, { events: events / 10, ...mix }),
    whole: await sharedLog(run, { events, ...mix }),
  };
}

/** A mix of a million events with the usual number of partnerships. */
export function millionEvents(run: BenchRun): Promise<SharedLog> {
  return sharedLog(run, { events: run.quick ? 50_000 : 1_000_000 });
}
