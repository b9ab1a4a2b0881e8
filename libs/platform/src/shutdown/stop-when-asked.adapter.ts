import { setTimeout as after } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Lifecycle } from '../lifecycle.adapter.js';

/** What a process does when it is asked to end. */
export interface Shutdown {
  readonly lifecycle: Lifecycle;
  readonly log: Logger;
  /** How long it still serves after it has said that it is not ready, in milliseconds. */
  readonly delayMs: number;
  /** How long it may take to finish what is in flight, in milliseconds, after the delay. */
  readonly timeoutMs: number;
  /** Finishes what is in flight and releases everything. */
  stop(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Ends the process in good order, with exit code 0, on SIGINT and SIGTERM, and when whoever started it over a channel (as
 * `accord` does) closes that or is gone. When something goes wrong, takes longer than it may, or the process is asked a
 * second time, it ends at once with exit code 1 and says so: the log is durable at any moment, only answers are lost.
 */
export function stopWhenAsked(shutdown: Shutdown): void {
  const { lifecycle, log, timeoutMs } = shutdown;
  const endHard = (why: string, fields: object = {}): void => {
    log.error(fields, `${why}: ended without finishing what was in flight`);
    process.exit(1);
  };
  const asked = (by: NodeJS.Signals | 'parent'): void => {
    if (lifecycle.phase === 'stopping') {
      endHard('asked to end a second time', { by });
      return;
    }
    lifecycle.stop();
    log.info({ by }, 'stopping: finishing what is in flight');
    void inGoodOrder(shutdown, () => {
      endHard('could not stop in time', { timeoutMs });
    }).then(
      () => {
        log.info('stopped in good order');
        process.exit(0);
      },
      (error: unknown) => {
        endHard('could not stop in good order', { err: error });
      },
    );
  };
  for (const signal of SIGNALS) process.on(signal, asked);
  whenParentLeaves(() => {
    asked('parent');
  });
}

function whenParentLeaves(leave: () => void): void {
  const hasChannel = process.send !== undefined;
  if (!hasChannel) return;
  if (process.connected) process.once('disconnect', leave);
  else leave();
}

async function inGoodOrder(shutdown: Shutdown, onTooLong: () => void): Promise<void> {
  await after(shutdown.delayMs);
  setTimeout(onTooLong, shutdown.timeoutMs);
  await shutdown.stop();
}
