import { once } from 'node:events';
import type { Collection, DocumentStore } from '#document-store';
import type { Position, Projection } from '#event-sourcing';
import type { Delays } from '../backoff.engine.js';
import type { EventHub } from '../hub/event-hub.engine.js';
import type { HeldLease } from '../sharing/held-lease.engine.js';
import type { History } from '../history/history.engine.js';
import { ParkedDocuments } from '../parking/parked-documents.engine.js';
import type { ParkedEntry } from '../parking/parked-entry.js';
import type { Parking } from '../parking/parking.engine.js';
import type { Build } from './projection-builds.js';
import { ProjectionRunner } from '../folding/projection-runner.engine.js';
import type { BuildStatus } from '../projection-status.js';
import { Rate } from '../folding/rate.engine.js';
import type { SharedWork } from '../sharing/shared-work.engine.js';

/** What all builds of a process stand on. */
export interface BuildSurroundings {
  readonly hub: EventHub;
  readonly documents: DocumentStore;
  /** See {@link ProjectionEngineParts.runs}. */
  readonly runs: 'here' | 'elsewhere' | SharedWork;
  readonly delays: Delays;
  readonly now: () => number;
  readonly eventsBetween: ((after: Position, upTo: Position) => number) | undefined;
  /** What people have decided about parked documents of the projection. */
  readonly parking: Parking;
  /** See {@link ProjectionEngineParts.isChecked}. */
  readonly isChecked: boolean;
  /** Told of each document that has to wait from now on. */
  readonly onParked: (entry: ParkedEntry) => void;
  /** The engine stops. */
  readonly stopping: AbortSignal;
}

/** What one build has stored. */
export interface BuildCollections {
  readonly collection: Collection<object>;
  /** The versions of its documents, if they are kept. */
  readonly history?: History;
  /** What waits of its documents. */
  readonly entries: Collection<ParkedEntry>;
}

/** What one build stands on. */
export interface ProjectionBuildParts extends BuildSurroundings, BuildCollections {
  readonly build: Build;
  /** Its code, where this process has it. */
  readonly projection: Projection | undefined;
  /**
   * The end of the log when this process began to look at it: what runs elsewhere has caught up once it has passed this. Absent
   * where nothing runs elsewhere.
   */
  readonly goal: Position | undefined;
  /** Told when it has moved, gone live or stopped. */
  readonly onChange: (build: ProjectionBuild) => void;
}

/** How a build that is to run gets to the log: with the hub from its start, or later, in company or alone. */
export type Entrance = 'attach' | 'together' | 'alone';

/** So often a process counts what waits in another one, in milliseconds. */
const COUNTED_EVERY = 5_000;

/** One build of a projection as this process knows it: run here, run under a lease, or followed by its checkpoint. */
export class ProjectionBuild {
  /** Everything up to here is contained in its documents, as far as this process knows. */
  position: Position;
  /** Or has been live here. */
  private hasPassedGoal: boolean;
  isPaused = false;
  /** How many documents waited when it was last looked at. */
  private parkedElsewhere = 0;
  private countedAt = 0;
  private runner: ProjectionRunner | undefined;
  private readonly pace: Rate;
  /** Ends the running, once it has begun; resolves when nothing of it goes on. */
  private leave: (() => Promise<void>) | undefined;
  /** Running and halting take turns. */
  private turn: Promise<void> = Promise.resolve();

  constructor(readonly parts: ProjectionBuildParts) {
    this.position = parts.hub.start;
    this.pace = new Rate(parts.now);
    // Nobody stores a checkpoint before the first event.
    this.hasPassedGoal = parts.goal !== undefined && parts.goal <= parts.hub.start;
  }

  /** The name of its read model. */
  get readModel(): string {
    return this.parts.build.readModel;
  }

  /** Whether this process has the code that keeps it up to date. */
  get hasCode(): boolean {
    return this.parts.projection !== undefined;
  }

  /** Whether it has caught up with the log once since the start. */
  get hasCaughtUp(): boolean {
    return this.runner === undefined ? this.hasPassedGoal : this.runner.state === 'live';
  }

  /** Whether it has ended in front of an event here. */
  get hasStopped(): boolean {
    return this.runner?.state === 'stopped';
  }

  /** How many of its documents and streams wait; where it runs elsewhere: when it was last looked at. */
  get parked(): number {
    return this.runner?.parked.size ?? this.parkedElsewhere;
  }

  /** Whether it is this process's, now. */
  get runsHere(): boolean {
    return this.runner !== undefined;
  }

  /** Whether it is kept up to date in this process now. */
  get isRunning(): boolean {
    return this.runner !== undefined && !this.hasStopped;
  }

  /** Keeps it up to date from now on, where this process does such work and has the code. Throws what the document store throws. */
  run(entrance: Entrance): Promise<void> {
    return this.inTurn(async () => {
      const { projection, runs, stopping } = this.parts;
      if (projection === undefined || runs === 'elsewhere' || this.leave !== undefined || stopping.aborted) return;
      if (runs === 'here') this.leave = await this.runHere(projection, entrance);
      else this.leave = runs.add(this.readModel, (held) => this.runUnder(projection, entrance, held));
    });
  }

  /** Runs no more; returns when the batch in hand is stored, with the checkpoint, or given up. */
  halt(): Promise<void> {
    return this.inTurn(async () => {
      await this.leave?.();
      this.leave = undefined;
      this.runner = undefined;
    });
  }

  /** The same at the end of the process: what is known of it stays to be asked for. */
  async end(): Promise<void> {
    await this.turn;
    await this.runner?.end();
  }

  /** Sees now and then how many documents wait, if it runs elsewhere. Throws what the document store throws. */
  async countParked(): Promise<void> {
    const now = this.parts.now();
    if (this.runner !== undefined || now - this.countedAt < COUNTED_EVERY) return;
    this.countedAt = now;
    this.parkedElsewhere = await this.parts.entries.count();
  }

  /** Has been seen to have passed everything up to here, by its checkpoint. */
  passed(position: Position): void {
    if (this.runner === undefined) this.advance(position);
  }

  /** Up to where its documents contain everything at this moment. Throws what the document store throws. */
  async reached(): Promise<Position> {
    if (this.runner !== undefined) return this.runner.position;
    return (await this.parts.documents.checkpoint(this.readModel))?.position ?? this.parts.hub.start;
  }

  /** How it is doing, seen from the end of the log as the hub knows it. */
  status(): BuildStatus {
    const { build, hub, eventsBetween } = this.parts;
    const head = hub.status().position;
    const { version, readModel, request } = build;
    const told = this.runner?.status(head, eventsBetween) ?? this.statusElsewhere(head);
    // It has been live: that it catches up again is told by its lag.
    const active = told.state === 'building' && this.hasPassedGoal ? 'live' : told.state;
    const state = this.isPaused ? 'paused' : active;
    return { version, readModel, request, ...told, state, ...this.outlook(head) };
  }

  private async runHere(projection: Projection, entrance: Entrance): Promise<() => Promise<void>> {
    const { hub, parking, stopping } = this.parts;
    const halting = new AbortController();
    const signal = AbortSignal.any([stopping, halting.signal]);
    const runner = await this.newRunner(projection, signal);
    if (entrance === 'attach') hub.attach(runner, signal);
    else hub.join(runner, signal, entrance);
    return async () => {
      halting.abort();
      await runner.end();
      parking.detach(runner);
    };
  }

  /** Runs it as long as the lease is held, then ends it in good order. */
  private async runUnder(projection: Projection, entrance: Entrance, held: HeldLease): Promise<void> {
    const runner = await this.newRunner(projection, held.signal, held);
    this.parts.hub.join(runner, held.signal, entrance === 'alone' ? 'alone' : 'together');
    if (!held.signal.aborted) await once(held.signal, 'abort');
    await runner.end();
    this.parts.parking.detach(runner);
    this.runner = undefined;
    this.parts.onChange(this);
  }

  private async newRunner(projection: Projection, signal: AbortSignal, held?: HeldLease): Promise<ProjectionRunner> {
    const { documents, hub, collection, history, entries, parking, isChecked, onParked, delays, now } = this.parts;
    const parked = new ParkedDocuments({ entries, collection, skips: parking, now });
    await parked.load();
    const checkpoint = await documents.checkpoint(this.readModel);
    this.runner = new ProjectionRunner({
      projection,
      readModel: this.readModel,
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
    const { eventsBetween, goal, onChange } = this.parts;
    if (position > this.position) {
      this.pace.add(eventsBetween?.(this.position, position) ?? 0);
      this.position = position;
    }
    this.hasPassedGoal ||= this.runner?.state === 'live' || (goal !== undefined && position >= goal);
    onChange(this);
  }

  private statusElsewhere(head: Position) {
    const { eventsBetween } = this.parts;
    const lag = eventsBetween === undefined ? {} : { events: eventsBetween(this.position, head) };
    const state = this.hasCode ? (this.hasPassedGoal ? 'live' : 'building') : 'standing';
    return { state, runsHere: false, position: this.position, lag, rate: 0, parked: this.parkedElsewhere } as const;
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
