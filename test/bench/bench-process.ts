import { mkdtempSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Measure, Thoroughness } from './measure.js';

/** What a bench gets: how thoroughly to measure, and a folder of its own that is removed afterwards. */
export interface BenchRun extends Thoroughness {
  readonly folder: string;
  /** The folder of all benches of the run, where they find the logs that others have written. */
  readonly shared: string;
}

/** The name of a process message that carries the measures of a bench. */
export interface BenchMessage {
  readonly measures: readonly Measure[];
}

/** Rounds of a thorough and of a quick run. */
const ROUNDS = { thorough: 11, quick: 3 };

/**
 * Runs a bench in this process, which `main.ts` has started for it, and sends it the measures. Each bench has a process
 * of its own, so that no one measures the garbage of another.
 */
export async function runBench(bench: (run: BenchRun) => Promise<readonly Measure[]>): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, folder: { type: 'string' } } });
  const folder = mkdtempSync(`${values.folder ?? '.'}/bench-`);
  const shared = values.folder ?? folder;
  try {
    const { quick } = values;
    const measures = await bench({ quick, rounds: quick ? ROUNDS.quick : ROUNDS.thorough, folder, shared });
    const message: BenchMessage = { measures };
    if (process.send === undefined) process.stdout.write(`${JSON.stringify(message, null, 2)}\n`);
    else process.send(message);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
