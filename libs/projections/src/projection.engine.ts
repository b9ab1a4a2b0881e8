import { once } from 'node:events';
import type { DomainEvent, Position, Projection } from '#event-sourcing';
import { type Collection, type DocumentStore, type FindOptions, indexesOf, type Page } from '#document-store';
import { backoff, type Delays } from './backoff.engine.js';
import { CheckpointWatch } from './checkpoint-watch.engine.js';
import type { EventHub } from './event-hub.engine.js';
import type { HeldLease } from './held-lease.engine.js';
import { ParkedDocuments } from './parked-documents.engine.js';
import { type ParkedEntry, parkedName } from './parked-entry.js';
import { parkedMessage } from './parked-message.js';
import { Parking } from './parking.engine.js';
import { isBuilding, type Known, statusElsewhere } from './known-projection.js';
import { Progress } from './progress.engine.js';
import { projectionFault } from './projection-fault.js';
import { ProjectionRunner } from './projection-runner.engine.js';
import type { ProjectionStatus } from './projection-status.js';
import { readModelName } from './read-model-name.js';
import type { SharedWork } from './shared-work.engine.js';

/** What {@link ProjectionEngine} stands on. */
export interface ProjectionEngineParts {
  readonly hub: EventHub;
  readonly documents: DocumentStore;
  /** Milliseconds since 1970, for lag and rate; the system's clock by default. */
  readonly now?: () => number;
  readonly delays?: Delays;
  /** How many events lie between two positions, where a store's positions can tell: the lag in events. */
  readonly eventsBetween?: (after: Position, upTo: Position) => number;
  /**
   * Where projections run: all here (the default), by leases shared with other processes, or only elsewhere. What does
   * not run here is followed by its checkpoint. Who gave the shared work stops it, before the engine.
   */
  readonly runs?: 'here' | 'elsewhere' | SharedWork;
  /**
   * Events and documents are frozen, and what the functions of projections return is looked at, so that a mistake is told of
   * at once: in development and tests. `true` by default.
   */
  readonly isChecked?: boolean;
  /** Told of each document that has to wait from now on, for the log. */
  readonly onParked?: (message: string, entry: ParkedEntry) => void;
}

/**
 * Keeps read models up to date with the log (design.md section 5): each event changes each document exactly once, in
 * order, whatever crashes; a projection that fails stops alone; one whose version changed is built again from the start.
 */
export class ProjectionEngine {
  private readonly projections = new Map<string, Projection>();
  private readonly known = new Map<string, Known>();
  private readonly parking = new Map<string, Parking>();
  private readonly watch: CheckpointWatch;
  private headAtStart: Position;
  private readonly progress = new Progress();
  private readonly stopping = new AbortController();
  private readonly allReady: Promise<void>;
  private setReady: () => void = () => undefined;
  private starting: Promise<void> | undefined;

  constructor(private readonly parts: ProjectionEngineParts) {
    this.headAtStart = parts.hub.start;
    this.allReady = new Promise((resolve) => {
      this.setReady = resolve;
    });
    this.watch = new CheckpointWatch({
      documents: parts.documents,
      wanted: () => this.watched(),
      onCheckpoint: (reader, position) => {
        this.passedElsewhere(reader, position);
      },
    });
  }

  /**
   * Adds a projection. Throws when its name is taken, when it reads an event that does not exist, or when the engine has been
   * started.
   */
  register<Document extends object, Event extends DomainEvent>(projection: Projection<Document, Event>): void {
    if (this.starting !== undefined)
      throw new Error(`Projection "${projection.name}" comes too late. Register it before the engine starts.`);
    if (this.projections.has(projection.name))
      throw new Error(`There are two projections "${projection.name}". Give one of them another name.`);
    const general = projection as unknown as Projection;
    const fault = projectionFault(general, this.parts.hub.types);
    if (fault !== undefined) throw new Error(fault);
    this.projections.set(projection.name, general);
  }

  /** The projections as they were registered. */
  registered(): readonly Projection[] {
    return [...this.projections.values()];
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
    await this.watch.stop();
    this.progress.stopAll();
    for (const { runner } of this.known.values()) await runner?.end();
  }

  /** The documents of a projection. Throws for a projection that is not registered, and before the engine has started. */
  collection<Document extends object, Event extends DomainEvent>(
    projection: Projection<Document, Event>,
  ): Collection<Document> {
    return this.knownBy(projection.name).collection as Collection<Document>;
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
    const names = projections ?? [...this.known.keys()];
    for (const name of names) this.knownBy(name);
    const outcome = this.progress.waitFor(position, names, timeoutMs, signal);
    this.watch.wake();
    return outcome;
  }

  /** The position that a projection (named) or else every projection has passed. */
  position(name?: string): Position {
    return (name === undefined ? this.progress.least() : this.progress.of(name)) ?? this.parts.hub.start;
  }

  /** How each projection is doing, in the order of registration. */
  status(): readonly ProjectionStatus[] {
    const head = this.parts.hub.status().position;
    const { eventsBetween, hub } = this.parts;
    return [...this.known.values()].map((known) => {
      const position = this.progress.of(known.projection.name) ?? hub.start;
      return known.runner?.status(head, eventsBetween) ?? statusElsewhere(known, position, head, eventsBetween);
    });
  }

  /** What waits behind an event that could not be folded, by key. Throws as {@link collection}. */
  parked(name: string, page: Pick<FindOptions<ParkedEntry>, 'after' | 'limit'>): Promise<Page<ParkedEntry>> {
    return this.knownBy(name).entries.find(page);
  }

  /** Which documents wait of a projection that runs here; `undefined` elsewhere. */
  parkedKeys(name: string): Pick<ParkedDocuments, 'has' | 'size'> | undefined {
    return this.known.get(name)?.runner?.parts.parked;
  }

  /**
   * Folds what waits of a document, or by its mark of a stream, again: it goes on, or waits with the new error. Where the
   * projection does not run this is done as soon as it does, and `false` now. Does nothing for what does not wait.
   */
  retry(name: string, key: string): Promise<boolean> {
    return this.parkingOf(name).retry(key);
  }

  /**
   * Passes one event over for a document, or for all by the mark of its stream, now and in every build to come; then as
   * {@link retry}. What a document contains already stays in it until it is built again.
   */
  skip(name: string, key: string, position: Position): Promise<boolean> {
    return this.parkingOf(name).skip(key, position);
  }

  private parkingOf(name: string): Parking {
    const parking = this.parking.get(name) ?? new Parking();
    this.parking.set(name, parking);
    return parking;
  }

  private async open(): Promise<void> {
    const { documents, hub, runs = 'here' } = this.parts;
    for (const projection of this.projections.values()) {
      const readModel = readModelName(projection);
      const collection = await documents.collection<object>(readModel, indexesOf(projection.document));
      const entries = await documents.collection<ParkedEntry>(parkedName(readModel), []);
      this.known.set(projection.name, { projection, collection, entries, hasCaughtUp: false });
      this.progress.advance(projection.name, hub.start);
    }
    if (runs === 'here') await this.runAll();
    else await this.follow();
    hub.run();
    // In the order of registration, and in one breath: the log is read once for all that are free.
    if (typeof runs === 'object')
      for (const known of this.known.values())
        runs.add(readModelName(known.projection), (held) => this.runUnder(known, held));
  }

  private async runAll(): Promise<void> {
    for (const known of this.known.values()) {
      const runner = await this.runnerOf(known);
      this.parts.hub.attach(runner);
    }
    this.announceReady();
  }

  private async follow(): Promise<void> {
    const { hub } = this.parts;
    this.headAtStart = await hub.head();
    // Nobody stores a checkpoint before the first event.
    if (this.headAtStart <= hub.start) for (const known of this.known.values()) known.hasCaughtUp = true;
    this.watch.start();
    this.announceReady();
  }

  /** Runs a projection as long as the lease is held, then ends it in good order. */
  private async runUnder(known: Known, held: HeldLease): Promise<void> {
    const { name } = known.projection;
    const runner = await this.runnerOf(known, held);
    this.progress.resume(name);
    this.parts.hub.join(runner, held.signal);
    if (!held.signal.aborted) await once(held.signal, 'abort');
    await runner.end();
    this.parkingOf(name).detach(runner);
    delete known.runner;
  }

  private async runnerOf(known: Known, held?: HeldLease): Promise<ProjectionRunner> {
    const { documents, hub } = this.parts;
    const { projection, collection, entries } = known;
    const now = this.parts.now ?? Date.now;
    const parking = this.parkingOf(projection.name);
    const parked = new ParkedDocuments({ entries, collection, skips: parking, now });
    await parked.load();
    const checkpoint = await documents.checkpoint(readModelName(projection));
    const runner = new ProjectionRunner({
      projection,
      collection,
      documents,
      after: checkpoint?.position ?? hub.start,
      delays: this.parts.delays ?? backoff,
      now,
      parked,
      read: (range) => hub.read(range),
      isChecked: this.parts.isChecked ?? true,
      onParked: (entry) => this.parts.onParked?.(parkedMessage(projection, entry), entry),
      signal: held?.signal ?? this.stopping.signal,
      onChange: this.changed,
      ...(held === undefined ? {} : { held }),
    });
    known.runner = runner;
    this.progress.advance(projection.name, runner.position);
    parking.attach(runner);
    return runner;
  }

  private readonly changed = (runner: ProjectionRunner): void => {
    const { name } = runner.parts.projection;
    this.progress.advance(name, runner.position);
    if (runner.state === 'stopped') this.progress.stop(name);
    if (runner.state !== 'building') this.announceReady();
  };

  /** The checkpoints to look at: of those waited for, or else of all that run elsewhere. */
  private watched(): { readonly readers: readonly string[]; readonly isAwaited: boolean } {
    const elsewhere = [...this.known.values()].filter(({ runner }) => runner === undefined);
    const awaited = new Set(this.progress.awaited());
    const wanted = elsewhere.filter(({ projection }) => awaited.has(projection.name));
    const isAwaited = wanted.length > 0;
    return { readers: (isAwaited ? wanted : elsewhere).map(({ projection }) => readModelName(projection)), isAwaited };
  }

  private passedElsewhere(reader: string, position: Position): void {
    const known = [...this.known.values()].find(({ projection }) => readModelName(projection) === reader);
    if (known === undefined) return;
    this.progress.advance(known.projection.name, position);
    if (known.hasCaughtUp || position < this.headAtStart) return;
    known.hasCaughtUp = true;
    this.announceReady();
  }

  private announceReady(): void {
    if (![...this.known.values()].some(isBuilding)) this.setReady();
  }

  private knownBy(name: string): Known {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const isRegistered = this.projections.has(name);
    throw new Error(
      isRegistered
        ? `Projection "${name}" is not running yet. Wait for the engine's start().`
        : `There is no projection "${name}". Register it with the engine before it starts.`,
    );
  }
}
