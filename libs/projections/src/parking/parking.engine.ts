import type { Position } from '#event-sourcing';
import type { ParkedDocuments } from './parked-documents.engine.js';

/** One running partition of a build, as far as what waits of its documents goes. */
export interface ParkingRunner {
  readonly parked: ParkedDocuments;
  /** Whether a key may be its own. */
  concerns(key: string): boolean;
  /** Tries a key again; `false`: it could not be tried, because the runner ends. */
  retry(key: string): Promise<boolean>;
}

/**
 * What people have decided about the parked documents of one projection: it holds for all its builds that run here, now
 * and later.
 */
export class Parking {
  private readonly skips = new Map<string, Set<Position>>();
  /** What is to be tried again as soon as the projection runs here. */
  private readonly wanted = new Set<string>();
  private readonly runners = new Set<ParkingRunner>();

  /** Whether there is any event to be passed over. */
  get hasSkips(): boolean {
    return this.skips.size > 0;
  }

  /** Whether an event is to be passed over for a document, or for all by the mark of its stream. */
  isSkipped(key: string, position: Position): boolean {
    return this.skips.get(key)?.has(position) ?? false;
  }

  /** A partition of a build runs here from now on: what was asked for meanwhile is tried. */
  attach(runner: ParkingRunner): void {
    this.runners.add(runner);
    const { parked } = runner;
    const wanted = [...this.wanted].filter((key) => runner.concerns(key));
    for (const key of wanted) this.wanted.delete(key);
    const keys = [...wanted, ...parked.untried].filter((key) => parked.has(key));
    // What cannot be stored now goes on waiting, and says why.
    for (const key of keys) void this.tryOn([runner], key).catch(() => undefined);
  }

  /** A partition runs here no more. */
  detach(runner: ParkingRunner): void {
    this.runners.delete(runner);
  }

  /** See {@link ProjectionEngine.retry}. */
  retry(key: string): Promise<boolean> {
    const concerned = [...this.runners].filter((runner) => runner.concerns(key));
    return this.tryOn(concerned, key);
  }

  /** See {@link ProjectionEngine.skip}. */
  skip(key: string, position: Position): Promise<boolean> {
    const positions = this.skips.get(key) ?? new Set();
    this.skips.set(key, positions.add(position));
    return this.retry(key);
  }

  private async tryOn(runners: readonly ParkingRunner[], key: string): Promise<boolean> {
    this.wanted.add(key);
    const tried = await Promise.all(runners.map((runner) => runner.retry(key)));
    const isTried = tried.length > 0 && tried.every(Boolean);
    if (isTried) this.wanted.delete(key);
    return isTried;
  }
}
