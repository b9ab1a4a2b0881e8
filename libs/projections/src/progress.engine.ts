import type { Position } from '#event-sourcing';

interface Waiter {
  readonly position: Position;
  readonly names: readonly string[];
  readonly settle: (reached: boolean) => void;
}

/** How far each projection is, and those who wait for it. */
export class Progress {
  private readonly positions = new Map<string, Position>();
  private readonly stopped = new Set<string>();
  private readonly waiters = new Set<Waiter>();

  /** A projection has passed everything up to here; an earlier position changes nothing. */
  advance(name: string, position: Position): void {
    const known = this.positions.get(name);
    if (known !== undefined && known >= position) return;
    this.positions.set(name, position);
    this.settleWaiters();
  }

  /** A projection is answered from documents that are only this far. */
  fallBack(name: string, position: Position): void {
    this.positions.set(name, position);
  }

  /** How far a projection is known to be. */
  of(name: string): Position | undefined {
    return this.positions.get(name);
  }

  /** Those projections that somebody waits for and that have not come so far yet. */
  awaited(): readonly string[] {
    const behind = [...this.waiters].flatMap(({ names, position }) =>
      names.filter((name) => (this.positions.get(name) ?? '') < position),
    );
    return [...new Set(behind)];
  }

  /** The position that every projection has passed; `undefined` while there is none. */
  least(): Position | undefined {
    let least: Position | undefined;
    for (const position of this.positions.values()) if (least === undefined || position < least) least = position;
    return least;
  }

  /** A projection goes no further: who waits for it waits in vain. */
  stop(name: string): void {
    this.stopped.add(name);
    this.settleWaiters();
  }

  /** A projection that was stopped goes on, perhaps in another process. */
  resume(name: string): void {
    this.stopped.delete(name);
  }

  /** Nobody goes any further. */
  stopAll(): void {
    for (const waiter of [...this.waiters]) waiter.settle(false);
  }

  /** `true` as soon as all have passed the position; `false` on timeout, on the signal, or when one of them stopped short. */
  waitFor(
    position: Position,
    names: readonly string[],
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    const known = this.outcome(position, names);
    if (known !== undefined) return Promise.resolve(known);
    if (signal?.aborted === true) return Promise.resolve(false);
    return new Promise((resolve) => {
      const giveUp = (): void => {
        waiter.settle(false);
      };
      const timer = setTimeout(giveUp, timeoutMs);
      const settle = (reached: boolean): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        this.waiters.delete(waiter);
        resolve(reached);
      };
      const waiter: Waiter = { position, names, settle };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.waiters.add(waiter);
    });
  }

  private settleWaiters(): void {
    for (const waiter of [...this.waiters]) {
      const outcome = this.outcome(waiter.position, waiter.names);
      if (outcome !== undefined) waiter.settle(outcome);
    }
  }

  private outcome(position: Position, names: readonly string[]): boolean | undefined {
    const missing = names.filter((name) => (this.positions.get(name) ?? '') < position);
    if (missing.length === 0) return true;
    return missing.some((name) => this.stopped.has(name)) ? false : undefined;
  }
}
