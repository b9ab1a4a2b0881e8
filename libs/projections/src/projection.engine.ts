import type { DomainEvent, Position, Projection } from '#event-sourcing';
import { type Collection, type DocumentStore, indexesOf } from '#document-store';
import { backoff, type Delays } from './backoff.engine.js';
import type { EventHub } from './event-hub.engine.js';
import { Progress } from './progress.engine.js';
import { ProjectionRunner } from './projection-runner.engine.js';
import type { ProjectionStatus } from './projection-status.js';

/** What {@link ProjectionEngine} stands on. */
export interface ProjectionEngineParts {
  readonly hub: EventHub;
  readonly documents: DocumentStore;
  /** Milliseconds since 1970, for lag and rate; the system's clock by default. */
  readonly now?: () => number;
  readonly delays?: Delays;
  /** How many events lie between two positions, where a store's positions can tell: the lag in events. */
  readonly eventsBetween?: (after: Position, upTo: Position) => number;
}

/**
 * Keeps read models up to date with the log (design.md section 5): each event changes each document exactly once, in
 * order, whatever crashes; a projection that fails stops alone; one whose version changed is built again from the start.
 */
export class ProjectionEngine {
  private readonly projections = new Map<string, Projection>();
  private readonly runners = new Map<string, ProjectionRunner>();
  private readonly progress = new Progress();
  private readonly stopping = new AbortController();
  private readonly allReady: Promise<void>;
  private setReady: () => void = () => undefined;
  private starting: Promise<void> | undefined;

  constructor(private readonly parts: ProjectionEngineParts) {
    this.allReady = new Promise((resolve) => {
      this.setReady = resolve;
    });
  }

  /** Adds a projection. Throws when its name is taken or the engine has been started. */
  register<Document extends object, Event extends DomainEvent>(projection: Projection<Document, Event>): void {
    if (this.starting !== undefined)
      throw new Error(`Projection "${projection.name}" comes too late. Register it before the engine starts.`);
    if (this.projections.has(projection.name))
      throw new Error(`There are two projections "${projection.name}". Give one of them another name.`);
    this.projections.set(projection.name, projection as unknown as Projection);
  }

  /** Opens the collections and begins to follow the log. Throws what the document store throws. */
  start(): Promise<void> {
    this.starting ??= this.open();
    return this.starting;
  }

  /** Resolves when every projection has caught up with the log once since the start, or has stopped for good. */
  ready(): Promise<void> {
    return this.allReady;
  }

  /** Stops following the log; returns when the batch in hand is stored, with checkpoints, or given up. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.parts.hub.stop();
    this.progress.stopAll();
    // A checkpoint that cannot be stored any more only means reading a little again.
    await Promise.allSettled([...this.runners.values()].map((runner) => runner.checkpoint()));
  }

  /** The documents of a projection. Throws for a projection that is not registered, and before the engine has started. */
  collection<Document extends object, Event extends DomainEvent>(
    projection: Projection<Document, Event>,
  ): Collection<Document> {
    return this.runner(projection.name).parts.collection as Collection<Document>;
  }

  /**
   * Waits until projections (named; by default all) contain everything up to a position. `false` on timeout, on the
   * signal, when the engine stops, and at once when one of them has stopped short of it.
   */
  waitFor(
    position: Position,
    projections: readonly string[] | undefined,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const names = projections ?? [...this.runners.keys()];
    for (const name of names) this.runner(name);
    return this.progress.waitFor(position, names, timeoutMs, signal);
  }

  /** The position that every projection has passed. */
  position(): Position {
    return this.progress.least() ?? this.parts.hub.start;
  }

  /** How each projection is doing, in the order of registration. */
  status(): readonly ProjectionStatus[] {
    const head = this.parts.hub.status().position;
    return [...this.runners.values()].map((runner) => runner.status(head, this.parts.eventsBetween));
  }

  private async open(): Promise<void> {
    for (const projection of this.projections.values()) {
      const runner = await this.runnerFor(projection);
      this.runners.set(projection.name, runner);
      this.progress.advance(projection.name, runner.position);
    }
    for (const runner of this.runners.values()) this.parts.hub.attach(runner);
    this.announceReady();
    this.parts.hub.run();
  }

  private async runnerFor(projection: Projection): Promise<ProjectionRunner> {
    const { documents, hub } = this.parts;
    const { name, version } = projection;
    const checkpoint = await documents.checkpoint(name);
    const isCurrent = checkpoint?.version === version;
    if (!isCurrent) await documents.drop(name);
    const collection = await documents.collection<object>(name, indexesOf(projection.document));
    // From here on the documents are this version's, even if nothing else gets stored before a crash.
    if (!isCurrent) await documents.saveCheckpoint(name, { version, position: hub.start });
    return new ProjectionRunner({
      projection,
      collection,
      documents,
      after: isCurrent ? checkpoint.position : hub.start,
      delays: this.parts.delays ?? backoff,
      now: this.parts.now ?? Date.now,
      signal: this.stopping.signal,
      onChange: this.follow,
    });
  }

  private readonly follow = (runner: ProjectionRunner): void => {
    const { name } = runner.parts.projection;
    this.progress.advance(name, runner.position);
    if (runner.state === 'stopped') this.progress.stop(name);
    if (runner.state !== 'building') this.announceReady();
  };

  private announceReady(): void {
    if ([...this.runners.values()].every(({ state }) => state !== 'building')) this.setReady();
  }

  private runner(name: string): ProjectionRunner {
    const runner = this.runners.get(name);
    if (runner !== undefined) return runner;
    const isRegistered = this.projections.has(name);
    throw new Error(
      isRegistered
        ? `Projection "${name}" is not running yet. Wait for the engine's start().`
        : `There is no projection "${name}". Register it with the engine before it starts.`,
    );
  }
}
