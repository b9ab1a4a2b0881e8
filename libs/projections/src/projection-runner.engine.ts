import { isRetryable, type Position, type Projection } from '#event-sourcing';
import { type Collection, type DocumentStore, LeaseLost } from '#document-store';
import { type Delays, messageOf, pause } from './backoff.engine.js';
import type { HeldLease } from './held-lease.engine.js';
import type { HubBatch, HubConsumer } from './hub-consumer.js';
import { type BatchPlan, foldBatch, planBatch } from './fold-batch.js';
import type { History } from './history.engine.js';
import type { LogEvent } from './log-event.engine.js';
import { ProjectionFailed, type ProjectionFailure } from './projection-failed.js';
import type { ProjectionStatus } from './projection-status.js';
import { Rate } from './rate.engine.js';
import { readModelName } from './read-model-name.js';

/** After so many failed attempts a call to the document store is given up, unless the fault says it may pass. */
const MOST_ATTEMPTS = 8;
/** So many events may pass before the checkpoint follows, as long as the log is being caught up with. */
const EVENTS_BETWEEN_CHECKPOINTS = 10_000;

/** What one projection runs with. */
export interface RunnerParts {
  readonly projection: Projection;
  readonly collection: Collection<object>;
  /** Of a temporal projection: where its documents' versions are kept. */
  readonly history?: History;
  readonly documents: DocumentStore;
  /** Where it resumes. */
  readonly after: Position;
  readonly delays: Delays;
  readonly now: () => number;
  /** Ends the waiting between attempts: what is not stored yet will be read again. */
  readonly signal: AbortSignal;
  /** The lease under which it runs, if several processes share the work: others watch its checkpoint then. */
  readonly held?: HeldLease;
  /** Told after each batch, when the runner has gone live, and when it has stopped. */
  readonly onChange: (runner: ProjectionRunner) => void;
}

/** Thrown inside, and kept there, when the engine stops while a call is being repeated. */
class Interrupted extends Error {}

/** Keeps the documents of one projection up to date, batch by batch, each event changing each document once. */
export class ProjectionRunner implements HubConsumer {
  readonly types: readonly string[];
  readonly after: Position;
  state: ProjectionStatus['state'] = 'building';
  position: Position;
  private readonly typeSet: ReadonlySet<string>;
  private readonly rate: Rate;
  private sinceCheckpoint = 0;
  private checkpointed: Position;
  private inHand: Promise<void> = Promise.resolve();
  private failure: ProjectionFailed | undefined;
  private retrying: ProjectionStatus['retrying'];
  private lastRecordedAt: number | undefined;

  constructor(readonly parts: RunnerParts) {
    this.types = Object.keys(parts.projection.on);
    this.typeSet = new Set(this.types);
    this.after = parts.after;
    this.position = parts.after;
    this.checkpointed = parts.after;
    this.rate = new Rate(parts.now);
  }

  /** Folds a batch, stores the documents, then the checkpoint. */
  receive(batch: HubBatch): Promise<void> {
    this.inHand = this.take(batch);
    return this.inHand;
  }

  /** Returns when the batch in hand is stored or given up, and the checkpoint with it. Never rejects. */
  async end(): Promise<void> {
    await this.inHand;
    // A checkpoint that cannot be stored any more only means reading a little again.
    await this.checkpoint().catch(() => undefined);
  }

  private async take(batch: HubBatch): Promise<void> {
    if (this.state === 'stopped' || this.parts.signal.aborted) return;
    try {
      await this.apply(batch);
    } catch (error) {
      if (!(error instanceof Interrupted)) this.stop(this.failed({}, error));
    }
    this.parts.onChange(this);
  }

  /** Stores how far it has come, so that a restart resumes exactly here. Throws what the document store throws. */
  async checkpoint(): Promise<void> {
    const { documents, projection, held } = this.parts;
    const { version } = projection;
    const checkpoint = { version, position: this.position };
    const saving = documents.saveCheckpoint(readModelName(projection), checkpoint, held?.lease);
    await (held === undefined ? saving : held.fenced(saving));
    this.checkpointed = checkpoint.position;
    this.sinceCheckpoint = 0;
  }

  /** How it is doing, seen from the end of the log as the hub knows it. */
  status(head: Position, eventsBetween: ((after: Position, upTo: Position) => number) | undefined): ProjectionStatus {
    const { name, version } = this.parts.projection;
    return {
      name,
      version,
      state: this.state,
      runsHere: true,
      position: this.position,
      lag: this.lag(head, eventsBetween),
      rate: this.rate.value,
      ...(this.failure === undefined ? {} : { failure: this.failure }),
      ...(this.retrying === undefined ? {} : { retrying: this.retrying }),
    };
  }

  private async apply(batch: HubBatch): Promise<void> {
    const plan = planBatch(this.parts.projection, this.typeSet, batch.events, this.position);
    const failedFold = plan.steps.length === 0 ? undefined : await this.fold(plan);
    const failed =
      failedFold ?? (plan.failure && this.failed({ event: plan.failure.event.stored }, plan.failure.cause));
    this.rate.add(plan.events);
    this.pass(batch, failed);
    // Readers may see what is stored; the checkpoint can follow.
    this.parts.onChange(this);
    this.sinceCheckpoint += batch.events.length;
    if (this.isCheckpointDue(batch, plan.events)) await this.persistently(() => this.checkpoint());
    if (failed !== undefined) this.stop(failed);
  }

  /** At once when live, so that a restart and those who watch the checkpoint know; seldom while catching up. */
  private isCheckpointDue(batch: HubBatch, events: number): boolean {
    if (this.sinceCheckpoint >= EVENTS_BETWEEN_CHECKPOINTS) return true;
    return batch.isLive && (events > 0 || (this.parts.held !== undefined && this.position > this.checkpointed));
  }

  /** Folds events and stores the documents; gives the failure that ended it early. */
  private async fold(plan: BatchPlan<LogEvent>): Promise<ProjectionFailed | undefined> {
    const { projection, collection, history } = this.parts;
    const stored = await this.persistently(() => collection.getMany([...plan.slots.keys()]));
    const { changes, versions, failure } = foldBatch(projection, plan, stored);
    await history?.record(versions, stored, (call) => this.persistently(call));
    if (changes.length > 0) await this.persistently(() => collection.write(changes));
    return failure && this.failed(failure, failure.cause);
  }

  /** Moves on to the end of the batch, or to the event in front of the one that failed. */
  private pass(batch: HubBatch, failed: ProjectionFailed | undefined): void {
    const last = lastPassed(batch, failed);
    const end = failed?.failure.event === undefined ? batch.position : (last?.stored.position ?? this.position);
    if (end > this.position) this.position = end;
    this.lastRecordedAt = recordedAt(last) ?? this.lastRecordedAt;
    if (failed === undefined && batch.isLive) this.state = 'live';
  }

  private stop(failure: ProjectionFailed): void {
    this.failure = failure;
    this.state = 'stopped';
  }

  private failed({ event, key }: Omit<ProjectionFailure, 'projection'>, cause: unknown): ProjectionFailed {
    return new ProjectionFailed(
      {
        projection: this.parts.projection.name,
        ...(event === undefined ? {} : { event: placeOf(event) }),
        ...(key === undefined ? {} : { key }),
      },
      cause,
    );
  }

  /** Repeats a call that fails: for as long as the fault says that it may pass, otherwise a few times. */
  private async persistently<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await call();
        this.retrying = undefined;
        return answer;
      } catch (error) {
        if (error instanceof LeaseLost) throw new Interrupted();
        if (attempt >= MOST_ATTEMPTS && !isRetryable(error)) throw error;
        this.retrying = { attempt, error: messageOf(error) };
        await pause(this.parts.delays(attempt), this.parts.signal);
        if (this.parts.signal.aborted) throw new Interrupted();
      }
    }
  }

  private lag(head: Position, eventsBetween: ((after: Position, upTo: Position) => number) | undefined) {
    if (this.position >= head) return { events: 0, seconds: 0 };
    const seconds = this.lastRecordedAt === undefined ? undefined : (this.parts.now() - this.lastRecordedAt) / 1000;
    return {
      ...(eventsBetween === undefined ? {} : { events: eventsBetween(this.position, head) }),
      ...(seconds === undefined ? {} : { seconds: Math.max(0, Math.round(seconds)) }),
    };
  }
}

/** The last event of the batch, or the one in front of the event that failed. */
function lastPassed({ events }: HubBatch, failed: ProjectionFailed | undefined): LogEvent | undefined {
  const failedAt = failed?.failure.event?.position;
  return failedAt === undefined ? events.at(-1) : events.findLast(({ stored }) => stored.position < failedAt);
}

function recordedAt(event: LogEvent | undefined): number | undefined {
  const value = event?.stored.metadata['recordedAt'];
  return typeof value === 'string' ? Date.parse(value) : undefined;
}

function placeOf({ stream, revision, position, type }: NonNullable<ProjectionFailure['event']>) {
  return { stream, revision, position, type };
}
