import { once } from 'node:events';
import { clearScreenDown, cursorTo } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { interruption } from '../interruption.adapter.js';

const EVERY_MS = 1_000;

/**
 * Looks every second until the process is told to stop (SIGINT, SIGTERM): over the last look on a terminal, otherwise below it
 * and only when something has changed. Rejects with what a look rejects with.
 */
export async function watchStatus<Found>(look: () => Promise<Found>, show: (found: Found) => string): Promise<void> {
  const signal = interruption();
  let shown = '';
  while (!signal.aborted) {
    const lines = show(await look());
    if (process.stdout.isTTY) await overwrite(lines);
    else if (lines !== shown) process.stdout.write(`${lines}\n`);
    shown = lines;
    await setTimeout(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function overwrite(lines: string): Promise<void> {
  cursorTo(process.stdout, 0, 0);
  clearScreenDown(process.stdout);
  if (!process.stdout.write(`${lines}\n`)) await once(process.stdout, 'drain');
}
