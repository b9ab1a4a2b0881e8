import { setImmediate as eventLoop } from 'node:timers/promises';
import type { EventFilter, Position } from '#event-sourcing';
import type { LogEvent } from './log-event.engine.js';
import { Interrupted } from '../folding/persistence.engine.js';

/** A stretch of the log: behind `after`, up to and with `upTo`. */
export interface LogRange extends EventFilter {
  readonly after: Position;
  readonly upTo: Position;
}

const CHUNK = 1_000;

/** Reads a part of the log bit by bit, beside everything else; memory stays flat. */
export class LogReading {
  private isOver = false;

  constructor(
    private readonly read: (range: LogRange) => AsyncIterable<LogEvent>,
    private readonly filter: EventFilter,
    private reached: Position,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Hands over what comes next, up to a position, until `take` answers `false` once and for all. Goes on where it was when it is
   * called again, after a fault too. Throws {@link Interrupted} on the signal, and what the log throws.
   */
  async to(upTo: Position, take: (chunk: readonly LogEvent[]) => boolean): Promise<void> {
    if (this.isOver || upTo <= this.reached) return;
    let chunk: LogEvent[] = [];
    for await (const event of this.read({ ...this.filter, after: this.reached, upTo })) {
      chunk.push(event);
      if (chunk.length < CHUNK) continue;
      if (!this.hand(chunk, take)) return;
      chunk = [];
      await eventLoop();
      if (this.signal.aborted) throw new Interrupted('The work has ended.');
    }
    if (this.hand(chunk, take)) this.reached = upTo;
  }

  private hand(chunk: readonly LogEvent[], take: (chunk: readonly LogEvent[]) => boolean): boolean {
    this.isOver = !take(chunk);
    this.reached = chunk.at(-1)?.stored.position ?? this.reached;
    return !this.isOver;
  }
}
