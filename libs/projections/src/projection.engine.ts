import type { DomainEvent, Position, Projection } from '#event-sourcing';
import type { Collection, ReadableCollection } from '#document-store';
import { backoff } from './backoff.engine.js';
import { BuildsRegister } from './builds/builds-register.engine.js';
import { BuildsWatch } from './builds/builds-watch.engine.js';
import { CheckpointWatch } from './builds/checkpoint-watch.engine.js';
import { documentsAsKnown } from './history/documents-as-known.engine.js';
import { parkedMessage } from './parking/parked-message.js';
import type { ParkedEntry } from './parking/parked-entry.js';
import { Parking } from './parking/parking.engine.js';
import { type Waiting, waitingIn } from './parking/waiting.engine.js';
import { Progress } from './progress.engine.js';
import type { BuildCollections } from './builds/build-parts.js';
import { dropBuild, goBack, promote } from './builds/projection-builds.js';
import type { ProjectionEngineParts } from './projection-engine-parts.js';
import { projectionFault } from './folding/projection-fault.js';
import type { ProjectionStatus } from './projection-status.js';
import type { RebuildRequest } from './builds/rebuild-request.js';
import type { Rehearsal } from './rehearsal/rehearsal.engine.js';
import { ServedProjection } from './builds/served-projection.engine.js';

const GRACE_MS = 3_600_000;

/**
 * Keeps read models up to date with the log (design.md section 5): each event changes each document exactly once, in
 * order, whatever crashes; a projection that fails stops alone; one whose version changed, or that somebody wants to have
 * rebuilt, is built beside what is read, and takes its place when it has caught up.
 */
export class ProjectionEngine {
  private readonly projections = new Map<string, ServedProjection>();
  private readonly checkpoints: CheckpointWatch;
  private readonly watch: BuildsWatch;
  private readonly builds: BuildsRegister;
  private readonly progress = new Progress();
  private readonly stopping = new AbortController();
  private readonly allReady: Promise<void>;
  /** `undefined` once it was said: nobody need look whether all are ready after every batch then. */
  private setReady: (() => void) | undefined;
  private isOpen = false;
  private starting: Promise<void> | undefined;

  constructor(private readonly parts: ProjectionEngineParts) {
    this.allReady = new Promise((resolve) => {
      this.setReady = resolve;
    });
    this.builds = new BuildsRegister(parts.documents);
    this.checkpoints = new CheckpointWatch({
      documents: parts.documents,
      wanted: () => this.watched(),
      onCheckpoint: (reader, position) => {
        for (const projection of this.projections.values()) projection.passed(reader, position);
      },
    });
    this.watch = new BuildsWatch(() => this.look());
  }

  /**
   * Adds a projection. Throws when its name is taken, when it reads an event that does not exist, or when the engine has been
   * started.
   */
  register<Document extends object, Event extends DomainEvent>(given: Projection<Document, Event>): void {
    const projection = given as unknown as Projection;
    const { name } = projection;
    if (this.starting !== undefined)
      throw new Error(`Projection "${name}" comes too late. Register it before the engine starts.`);
    if (this.projections.has(name))
      throw new Error(`There are two projections "${name}". Give one of them another name.`);
    const fault = projectionFault(projection, this.parts.hub.types);
    if (fault !== undefined) throw new Error(fault);
    const { hub, documents, runs = 'here', delays = backoff, now = Date.now, eventsBetween, onParked } = this.parts;
    const served = new ServedProjection({
      projection,
      register: this.builds,
      progress: this.progress,
      hub,
      documents,
      runs,
      delays,
      now,
      eventsBetween,
      stopping: this.stopping.signal,
      partitions: this.parts.partitions ?? 1,
      graceMs: this.parts.graceMs ?? GRACE_MS,
      parking: new Parking(),
      isChecked: this.parts.isChecked ?? true,
      onParked: (entry) => onParked?.(parkedMessage(projection, entry), entry),
      onChange: this.announceReady,
    });
    this.projections.set(name, served);
  }

  /** The projections as they were registered. */
  registered(): readonly Projection[] {
    return [...this.projections.values()].map(({ projection }) => projection);
  }

  /** Opens the collections and begins to follow the log. Throws what the document store throws. */
  start(): Promise<void> {
    this.starting ??= this.open();
    return this.starting;
  }

  /**
   * Resolves when every projection has caught up with the log once since the start, in the version of this process's code, or
   * has stopped for good, or is paused.
   */
  ready(): Promise<void> {
    return this.allReady;
  }

  /** Stops following the log; returns when the batch in hand is stored, with checkpoints, or given up. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.parts.hub.stop();
    await Promise.all([this.checkpoints.stop(), this.watch.stop()]);
    this.progress.stopAll();
    for (const projection of this.projections.values()) await projection.end();
  }

  /**
   * The documents of a projection, of the build that is read at this moment: to be asked for anew for each question. With
   * `knownAt` (UTC with milliseconds) as they were known then. Throws for a projection that is not registered, and before
   * the engine has started; with an instant, for one that is not temporal, and {@link HistoryNotBuilt}.
   */
  collection<Document extends object, Event extends DomainEvent>(
    projection: Projection<Document, Event>,
  ): Collection<Document>;
  collection<Document extends object, Event extends DomainEvent>(
    projection: Projection<Document, Event>,
    at: { readonly knownAt: string },
  ): ReadableCollection<Document>;
  collection(projection: Pick<Projection, 'name' | 'temporal'>, at?: { readonly knownAt: string }): unknown {
    const read = this.read(projection.name);
    return at === undefined ? read.collection : documentsAsKnown(projection, read.history, at.knownAt);
  }

  /**
   * Waits until projections (named; by default all) contain everything up to a position. `false` on timeout, on the
   * signal, when the engine stops, and at once when one of them has stopped short of it or is paused.
   */
  waitFor(
    position: Position,
    projections: readonly string[] | undefined,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const names = projections ?? [...this.projections.keys()];
    for (const name of names) this.served(name);
    const outcome = this.progress.waitFor(position, names, timeoutMs, signal);
    this.checkpoints.wake();
    return outcome;
  }

  /** The position that a projection (named) or else every projection has passed. */
  position(name?: string): Position {
    return (name === undefined ? this.progress.least() : this.progress.of(name)) ?? this.parts.hub.start;
  }

  /** How each projection is doing, in the order of registration. */
  status(): readonly ProjectionStatus[] {
    return [...this.projections.values()].flatMap((projection) => projection.status() ?? []);
  }

  /**
   * Builds a projection once more beside the one that is read, from the first event; what has caught up takes over, or waits
   * for {@link promote}. It replaces a build that has not taken over yet. The same request again changes nothing; after a restart it
   * goes on where it was. Throws for a projection that is not registered, and for code of another projection or a lower version.
   */
  async rebuild<Document extends object, Event extends DomainEvent>(
    name: string,
    request: RebuildRequest<Document, Event>,
  ): Promise<void> {
    await this.served(name).rebuild(request as unknown as RebuildRequest);
  }

  /**
   * What would change for readers if the build beside the one that is read took its place. Throws for a projection that is not
   * registered, {@link NothingRehearsed}, what the stores throw, and the signal's reason.
   */
  async rehearsal(name: string, signal?: AbortSignal): Promise<Rehearsal> {
    const { signal: stopping } = this.stopping;
    return this.served(name).rehearsal(signal === undefined ? stopping : AbortSignal.any([signal, stopping]));
  }

  /**
   * Lets a rehearsed build take over, now or as soon as it has caught up; or undoes {@link goBack}. `build` (the name of its read
   * model): only this one, so that the call can be repeated later. Throws for a projection that is not registered.
   */
  async promote(name: string, build?: string): Promise<void> {
    await this.served(name).ask(promote(build, this.graceEnds()));
  }

  /**
   * Answers again from the build that was read before, as long as that is kept. `from` (the name of its read model): only if this is
   * the build that is left. Throws for a projection that is not registered.
   */
  async goBack(name: string, from?: string): Promise<void> {
    await this.served(name).ask(goBack(from, this.graceEnds()));
  }

  /**
   * Gives up the build beside the one that is read, or else ends the grace time of the one before. `build` (the name of its read
   * model): only this one. Throws for a projection that is not registered.
   */
  async drop(name: string, build?: string): Promise<void> {
    await this.served(name).ask(dropBuild(build));
  }

  /** Takes no more batches for a projection; what is there goes on being read. Throws for one that is not registered. */
  async pause(name: string): Promise<void> {
    await this.served(name).pause();
  }

  /** Lets a paused projection catch up and go on; nobody else waits for it. Throws for one that is not registered. */
  async resume(name: string): Promise<void> {
    await this.served(name).resume();
  }

  /**
   * What waits of a projection behind an event that could not be folded: to be asked only, and anew for each question. Throws as
   * {@link collection}.
   */
  parkedDocuments(name: string): Collection<ParkedEntry> {
    return this.read(name).entries;
  }

  /** Says of documents that are read which of them wait; `undefined` when none is known to wait. Throws as {@link collection}. */
  waiting({ name }: Pick<Projection, 'name'>): Waiting | undefined {
    const { entries } = this.read(name);
    return this.served(name).isAnyParked ? waitingIn(entries) : undefined;
  }

  /**
   * Folds what waits of a document, or by its mark of a stream, again: it goes on, or waits with the new error. Where the
   * projection does not run this is done as soon as it does, and `false` now. Does nothing for what does not wait. Throws for a
   * projection that is not registered.
   */
  async retry(name: string, key: string): Promise<boolean> {
    return this.served(name).parking.retry(key);
  }

  /**
   * Passes one event over for a document, or for all by the mark of its stream, now and in every build to come; then as
   * {@link retry}. What a document contains already stays in it until it is built again.
   */
  async skip(name: string, key: string, position: Position): Promise<boolean> {
    return this.served(name).parking.skip(key, position);
  }

  private async open(): Promise<void> {
    const { hub, runs = 'here' } = this.parts;
    const projections = [...this.projections.values()];
    const found = await this.builds.read([...this.projections.keys()]);
    for (const [name, projection] of this.projections) await projection.open(found.get(name));
    this.isOpen = true;
    if (runs === 'here') for (const projection of projections) await projection.run('attach');
    else this.checkpoints.start();
    this.announceReady();
    hub.run();
    // In the order of registration, and in one breath: the log is read once for all that are free.
    if (typeof runs === 'object') await Promise.all(projections.map((projection) => projection.run('together')));
    this.watch.start();
  }

  private async look(): Promise<void> {
    const found = await this.builds.read([...this.projections.keys()]);
    await Promise.all([...this.projections].map(([name, projection]) => projection.look(found.get(name))));
  }

  /** The checkpoints to look at: of those waited for, or else of all that run elsewhere. */
  private watched(): { readonly readers: readonly string[]; readonly isAwaited: boolean } {
    const awaited = this.progress.awaited().flatMap((name) => this.projections.get(name)?.watched('awaited') ?? []);
    if (awaited.length > 0) return { readers: awaited, isAwaited: true };
    const all = [...this.projections.values()].flatMap((projection) => projection.watched('all'));
    return { readers: all, isAwaited: false };
  }

  private readonly announceReady = (): void => {
    if (!this.setReady || !this.isOpen || ![...this.projections.values()].every((each) => each.isReady())) return;
    this.setReady();
    this.setReady = undefined;
  };

  private graceEnds(): number {
    return (this.parts.now ?? Date.now)() + (this.parts.graceMs ?? GRACE_MS);
  }

  /** What a projection is answered from. */
  private read(name: string): BuildCollections {
    const { collections } = this.served(name);
    if (collections !== undefined && this.isOpen) return collections;
    throw new Error(`Projection "${name}" is not running yet. Wait for the engine's start().`);
  }

  private served(name: string): ServedProjection {
    const served = this.projections.get(name);
    if (served !== undefined) return served;
    throw new Error(`There is no projection "${name}". Register it with the engine before it starts.`);
  }
}
