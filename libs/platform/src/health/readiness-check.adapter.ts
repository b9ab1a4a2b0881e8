import type { Logger } from 'pino';
import type { ProjectionEngine, ReactionRunner, SharedWork } from '#projections';
import type { Lifecycle } from '../lifecycle.adapter.js';
import type { Dependency } from './dependency.js';
import { type Readiness, readinessOf } from './readiness.js';

/** What {@link ReadinessCheck} looks at. */
export interface ReadinessCheckParts {
  readonly lifecycle: Lifecycle;
  readonly dependencies: readonly Dependency[];
  readonly engine: ProjectionEngine;
  readonly reactions: ReactionRunner;
  /** The leases of this process, where several share projections and reactions. */
  readonly work?: SharedWork;
  /** Which projections count: all that clients are answered from, or only those that run in this process. */
  readonly counts: 'all' | 'own';
  readonly maxLagSeconds: number;
  readonly log: Logger;
}

/** Finds out whether this process is ready, and writes a line into the log whenever that changes. */
export class ReadinessCheck {
  private underWay: Promise<Readiness> | undefined;
  private last: Readiness['status'] | undefined;

  constructor(private readonly parts: ReadinessCheckParts) {}

  /** Who asks while a check is under way gets its answer: nobody can make the stores busy by asking often. */
  check(): Promise<Readiness> {
    this.underWay ??= this.look().finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  private async look(): Promise<Readiness> {
    const { dependencies, engine, reactions, work, counts, lifecycle, maxLagSeconds } = this.parts;
    const found = await Promise.all(
      dependencies.map(async (dependency) => [dependency.name, await dependency.health()] as const),
    );
    const readiness = readinessOf({
      phase: lifecycle.phase,
      dependencies: Object.fromEntries(found),
      projections: engine.status().filter(({ runsHere }) => counts === 'all' || runsHere),
      reactions: reactions.status(),
      ...(work && { leases: work.held() }),
      maxLagSeconds,
    });
    this.tell(readiness);
    return readiness;
  }

  private tell({ status, reasons }: Readiness): void {
    if (status === this.last) return;
    this.last = status;
    this.parts.log[status === 'ready' ? 'info' : 'warn']({ reasons }, `readiness: ${status}`);
  }
}
