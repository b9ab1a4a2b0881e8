import type { Position } from '#event-sourcing';
import { type Partition, partitionsOf } from '../folding/partition.js';
import type { Build } from './projection-builds.js';
import type { BuildParts, Entrance } from './build-parts.js';
import { BuildPartition } from './build-partition.engine.js';
import type { BuildStatus } from '../projection-status.js';
import { Rate } from '../folding/rate.engine.js';
import { statusOfPartitions } from './status-of-partitions.js';

/** What {@link ProjectionBuild} stands on. */
export interface ProjectionBuildParts extends BuildParts {
  /** Told when it has moved, gone live or stopped. */
  readonly onChange: (build: ProjectionBuild) => void;
}

/** So often a process counts what waits in another one, in milliseconds. */
const COUNTED_EVERY = 5_000;

/** One build of a projection as this process knows it, with its partitions: all of them run here, or some, or none. */
export class ProjectionBuild {
  /** Everything up to here is contained in its documents, as far as this process knows: every partition has passed it. */
  position: Position;
  isPaused = false;
  /** How many documents waited when it was last looked at. */
  private parkedElsewhere = 0;
  private countedAt = 0;
  private readonly partitions: readonly [BuildPartition, ...BuildPartition[]];
  private readonly pace: Rate;
  /** Running and halting take turns. */
  private turn: Promise<void> = Promise.resolve();

  constructor(readonly parts: ProjectionBuildParts) {
    this.position = parts.hub.start;
    this.pace = new Rate(parts.now);
    const [first, ...others] = partitionsOf(parts.build.partitions ?? 1);
    this.partitions = [this.opened(first), ...others.map((partition) => this.opened(partition))];
  }

  /** The name of its read model. */
  get readModel(): string {
    return this.parts.build.readModel;
  }

  /** Whether it is this build, in as many partitions. */
  isOf({ readModel, partitions }: Build): boolean {
    return readModel === this.readModel && partitions === this.parts.build.partitions;
  }

  /** Whether this process has the code that keeps it up to date. */
  get hasCode(): boolean {
    return this.parts.projection !== undefined;
  }

  /** Whether all of it has caught up with the log once since the start. */
  get hasCaughtUp(): boolean {
    return this.partitions.every(({ hasCaughtUp }) => hasCaughtUp);
  }

  /** Whether a part of it has ended in front of an event here. */
  get hasStopped(): boolean {
    return this.partitions.some(({ hasStopped }) => hasStopped);
  }

  /** How many of its documents and streams wait; where not all of it runs here: when it was last looked at, at least. */
  get parked(): number {
    const here = this.partitions.reduce((sum, { parked }) => sum + parked, 0);
    return this.isAllHere ? here : Math.max(here, this.parkedElsewhere);
  }

  /** Whether a part of it is this process's, now. */
  get runsHere(): boolean {
    return this.partitions.some(({ runsHere }) => runsHere);
  }

  /** Whether a part of it is kept up to date in this process now, and none has stopped. */
  get isRunning(): boolean {
    return this.runsHere && !this.hasStopped;
  }

  /** Whose checkpoints tell how far it is: they do not run here. */
  get watched(): readonly string[] {
    return this.partitions.flatMap(({ runsHere, name }) => (runsHere ? [] : name));
  }

  /** Keeps it up to date from now on, where this process does such work and has the code. Throws what the document store throws. */
  run(entrance: Entrance): Promise<void> {
    return this.inTurn(async () => {
      await Promise.all(this.partitions.map((partition) => partition.run(entrance)));
    });
  }

  /** Runs no more; returns when the batches in hand are stored, with checkpoints, or given up. */
  halt(): Promise<void> {
    return this.inTurn(async () => {
      await Promise.all(this.partitions.map((partition) => partition.halt()));
    });
  }

  /** The same at the end of the process: what is known of it stays to be asked for. */
  async end(): Promise<void> {
    await this.turn;
    await Promise.all(this.partitions.map((partition) => partition.end()));
  }

  /** Sees now and then how many documents wait, if not all of it runs here. Throws what the document store throws. */
  async countParked(): Promise<void> {
    const now = this.parts.now();
    if (this.isAllHere || now - this.countedAt < COUNTED_EVERY) return;
    this.countedAt = now;
    this.parkedElsewhere = await this.parts.entries.count();
  }

  /** A checkpoint has been seen: if it is of one of its partitions, that has passed everything up to here. */
  passed(name: string, position: Position): void {
    this.partitions.find((partition) => partition.name === name)?.passed(position);
  }

  /** Looks for its checkpoints. Throws what the document store throws. */
  async seeWhereItIs(): Promise<void> {
    for (const partition of this.partitions) partition.passed(await partition.reached());
  }

  /** Up to where its documents contain everything at this moment. Throws what the document store throws. */
  async reached(): Promise<Position> {
    return least(await Promise.all(this.partitions.map((partition) => partition.reached())));
  }

  /** How it is doing, seen from the end of the log as the hub knows it. */
  status(): BuildStatus {
    const { build, hub } = this.parts;
    const head = hub.status().position;
    const { version, readModel, request } = build;
    const [first, ...others] = this.partitions;
    const told = statusOfPartitions([first.status(head), ...others.map((partition) => partition.status(head))]);
    const state = this.isPaused ? 'paused' : told.state;
    return { version, readModel, request, ...told, state, parked: this.parked, ...this.outlook(head) };
  }

  private get isAllHere(): boolean {
    return this.partitions.every(({ runsHere }) => runsHere);
  }

  private opened(partition: Partition): BuildPartition {
    const onChange = (): void => {
      this.moved();
    };
    return new BuildPartition({ ...this.parts, partition, onChange });
  }

  private moved(): void {
    const { eventsBetween, onChange } = this.parts;
    const position = least(this.partitions.map((partition) => partition.position));
    if (position > this.position) {
      this.pace.add(eventsBetween?.(this.position, position) ?? 0);
      this.position = position;
    }
    onChange(this);
  }

  private outlook(head: Position): Pick<BuildStatus, 'done' | 'secondsLeft'> {
    const { eventsBetween, hub } = this.parts;
    if (eventsBetween === undefined) return {};
    const done = { events: eventsBetween(hub.start, this.position), of: eventsBetween(hub.start, head) };
    const left = Math.max(0, done.of - done.events);
    const pace = this.pace.value;
    if (left === 0) return { done, secondsLeft: 0 };
    return pace === 0 ? { done } : { done, secondsLeft: Math.ceil(left / pace) };
  }

  private inTurn(act: () => Promise<void>): Promise<void> {
    const done = this.turn.then(act);
    this.turn = done.catch(() => undefined);
    return done;
  }
}

function least(positions: readonly Position[]): Position {
  return positions.reduce((slowest, position) => (position < slowest ? position : slowest));
}
