import { once } from 'node:events';
import type { Position, Projection } from '#event-sourcing';
import { type Partition, partitionName } from '../folding/partition.js';
import { ProjectionRunner, type RunnerStatus } from '../folding/projection-runner.engine.js';
import { ParkedDocuments } from '../parking/parked-documents.engine.js';
import type { BuildStatus } from '../projection-status.js';
import type { HeldLease } from '../sharing/held-lease.engine.js';
import type { BuildParts, Entrance } from './build-parts.js';

/** What one partition of a build stands on. */
export interface BuildPartitionParts extends BuildParts {
  readonly partition: Partition;
  /** Told when it has moved, gone live or stopped. */
  readonly onChange: () => void;
}

/** What is told of one partition of a build. */
export type PartitionStatus = Omit<RunnerStatus, 'state'> & Pick<BuildStatus, 'state'>;

/** One partition of a build as this process knows it: run here, run under a lease, or followed by its checkpoint. */
export class BuildPartition {
  /** Of its checkpoint and its lease. */
  readonly name: string;
  /** Everything up to here is contained in its documents, as far as this process knows. */
  position: Position;
  /** Or has been live here. */
  private hasPassedGoal: boolean;
  private runner: ProjectionRunner | undefined;
  /** Ends the running, once it has begun; resolves when nothing of it goes on. */
  private leave: (() => Promise<void>) | undefined;

  constructor(private readonly parts: BuildPartitionParts) {
    const { build, partition, hub, goal } = parts;
    this.name = partitionName(build.readModel, partition);
    this.position = hub.start;
    // Nobody stores a checkpoint before the first event.
    this.hasPassedGoal = goal !== undefined && goal <= hub.start;
  }

  /** Whether it has caught up with the log once since the start. */
  get hasCaughtUp(): boolean {
    return this.runner === undefined ? this.hasPassedGoal : this.runner.state === 'live';
  }

  /** Whether it has ended in front of an event here. */
  get hasStopped(): boolean {
    return this.runner?.state === 'stopped';
  }

  /** How many of its documents and streams wait, where it runs here. */
  get parked(): number {
    return this.runner?.parked.size ?? 0;
  }

  /** Whether it is this process's, now. */
  get runsHere(): boolean {
    return this.runner !== undefined;
  }

  /** Keeps it up to date from now on, where this process does such work and has the code. Throws what the document store throws. */
  async run(entrance: Entrance): Promise<void> {
    const { projection, runs, stopping } = this.parts;
    if (projection === undefined || runs === 'elsewhere' || this.leave !== undefined || stopping.aborted) return;
    if (runs === 'here') this.leave = await this.runHere(projection, entrance);
    else this.leave = runs.add(this.name, (held) => this.runUnder(projection, entrance, held));
  }

  /** Runs no more; returns when the batch in hand is stored, with the checkpoint, or given up. */
  async halt(): Promise<void> {
    await this.leave?.();
    this.leave = undefined;
    this.runner = undefined;
  }

  /** The same at the end of the process: what is known of it stays to be asked for. */
  async end(): Promise<void> {
    await this.runner?.end();
  }

  /** Has been seen to have passed everything up to here, by its checkpoint. */
  passed(position: Position): void {
    if (this.runner === undefined) this.advance(position);
  }

  /** Up to where its documents contain everything at this moment. Throws what the document store throws. */
  async reached(): Promise<Position> {
    if (this.runner !== undefined) return this.runner.position;
    return (await this.parts.documents.checkpoint(this.name))?.position ?? this.parts.hub.start;
  }

  /** How it is doing, seen from the end of the log as the hub knows it. */
  status(head: Position): PartitionStatus {
    const told = this.runner?.status(head, this.parts.eventsBetween) ?? this.statusElsewhere(head);
    // It has been live: that it catches up again is told by its lag.
    return told.state === 'building' && this.hasPassedGoal ? { ...told, state: 'live' } : told;
  }

  private async runHere(projection: Projection, entrance: Entrance): Promise<() => Promise<void>> {
    const { hub, parking, stopping } = this.parts;
    const halting = new AbortController();
    const signal = AbortSignal.any([stopping, halting.signal]);
    const runner = await this.newRunner(projection, signal);
    if (entrance === 'attach') hub.attach(runner, signal);
    else this.join(runner, signal, entrance);
    return async () => {
      halting.abort();
      await runner.end();
      parking.detach(runner);
    };
  }

  /** Runs it as long as the lease is held, then ends it in good order. */
  private async runUnder(projection: Projection, entrance: Entrance, held: HeldLease): Promise<void> {
    const runner = await this.newRunner(projection, held.signal, held);
    this.join(runner, held.signal, entrance);
    if (!held.signal.aborted) await once(held.signal, 'abort');
    await runner.end();
    this.parts.parking.detach(runner);
    this.runner = undefined;
    this.parts.onChange();
  }

  private join(runner: ProjectionRunner, signal: AbortSignal, entrance: Entrance): void {
    const { hub, build, partition } = this.parts;
    const company = entrance === 'alone' ? { company: build.readModel } : {};
    hub.join(runner, signal, { ...company, expectsCompany: partition.of > 1 });
  }

  private async newRunner(projection: Projection, signal: AbortSignal, held?: HeldLease): Promise<ProjectionRunner> {
    const { documents, hub, collection, history, entries, partition, parking, isChecked, onParked, delays, now } =
      this.parts;
    const parked = new ParkedDocuments({ entries, collection, partition, skips: parking, now });
    await parked.load();
    const checkpoint = await documents.checkpoint(this.name);
    this.runner = new ProjectionRunner({
      projection,
      partition,
      name: this.name,
      collection,
      ...(history === undefined ? {} : { history }),
      documents,
      parked,
      read: (range) => hub.read(range),
      isChecked,
      onParked,
      after: checkpoint?.position ?? hub.start,
      delays,
      now,
      signal,
      onChange: this.changed,
      ...(held === undefined ? {} : { held }),
    });
    this.advance(this.runner.position);
    parking.attach(this.runner);
    return this.runner;
  }

  private readonly changed = (runner: ProjectionRunner): void => {
    if (runner === this.runner) this.advance(runner.position);
  };

  private advance(position: Position): void {
    const { goal, onChange } = this.parts;
    if (position > this.position) this.position = position;
    this.hasPassedGoal ||= this.runner?.state === 'live' || (goal !== undefined && position >= goal);
    onChange();
  }

  private statusElsewhere(head: Position): PartitionStatus {
    const { eventsBetween, projection } = this.parts;
    const lag = eventsBetween === undefined ? {} : { events: eventsBetween(this.position, head) };
    const state = projection === undefined ? 'standing' : this.hasPassedGoal ? 'live' : 'building';
    return { state, runsHere: false, position: this.position, lag, rate: 0 };
  }
}
