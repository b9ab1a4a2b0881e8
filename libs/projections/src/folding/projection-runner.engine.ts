import type { Position, Projection } from '#event-sourcing';
import type { Collection, DocumentStore } from '#document-store';
import type { Delays } from '../backoff.engine.js';
import type { HeldLease } from '../sharing/held-lease.engine.js';
import type { HubBatch, HubConsumer } from '../hub/hub-consumer.js';
import { type BatchPlan, foldBatch, type Folded, planBatch } from './fold-batch.js';
import type { History } from '../history/history.engine.js';
import type { LogEvent } from '../hub/log-event.engine.js';
import type { LogRange } from '../hub/log-reading.engine.js';
import type { ParkedDocuments } from '../parking/parked-documents.engine.js';
import { type ParkedEntry, STREAM_MARK } from '../parking/parked-entry.js';
import { ParkedRetries } from '../parking/parked-retries.engine.js';
import { isIn, type Partition } from './partition.js';
import { Interrupted, Persistence } from './persistence.engine.js';
import { type ProjectionFailed, storingFailed } from './projection-failed.js';
import type { BuildStatus } from '../projection-status.js';
import { Rate } from './rate.engine.js';

/** So many events may pass before the checkpoint follows, as long as the log is being caught up with. */
const EVENTS_BETWEEN_CHECKPOINTS = 10_000;

/** What one partition of a build runs with. */
export interface RunnerParts {
  readonly projection: Projection;
  readonly partition: Partition;
  /** Under which its checkpoint is kept. */
  readonly name: string;
  readonly collection: Collection<object>;
  /** Of a temporal projection: the versions of its documents. */
  readonly history?: History;
  readonly documents: DocumentStore;
  /** Its documents that wait, loaded. */
  readonly parked: ParkedDocuments;
  /** Reads a stretch of the log again. */
  readonly read: (range: LogRange) => AsyncIterable<LogEvent>;
  /** Events and documents are frozen, and what the projection's functions return is looked at. */
  readonly isChecked: boolean;
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
  /** Told of each document that has to wait from now on. */
  readonly onParked: (entry: ParkedEntry) => void;
}

/** What a runner tells of its partition. */
export type RunnerStatus = Pick<BuildStatus, 'runsHere' | 'position' | 'lag' | 'rate' | 'failure' | 'retrying'> & {
  readonly state: 'building' | 'live' | 'stopped';
};

/** Keeps the documents of one partition of a build up to date, batch by batch, each event changing each document once. */
export class ProjectionRunner implements HubConsumer {
  readonly types: readonly string[];
  readonly after: Position;
  state: RunnerStatus['state'] = 'building';
  position: Position;
  private readonly typeSet: ReadonlySet<string>;
  private readonly rate: Rate;
  private readonly persistence: Persistence;
  private readonly retries: ParkedRetries;
  private sinceCheckpoint = 0;
  private checkpointed: Position;
  private inHand: Promise<void> = Promise.resolve();
  private failure: ProjectionFailed | undefined;
  private lastRecordedAt: number | undefined;

  constructor(readonly parts: RunnerParts) {
    this.types = Object.keys(parts.projection.on);
    this.typeSet = new Set(this.types);
    this.persistence = new Persistence(parts.delays, parts.signal);
    this.after = parts.after;
    this.position = parts.after;
    this.checkpointed = parts.after;
    this.rate = new Rate(parts.now);
    const { persistence } = this;
    this.retries = new ParkedRetries({
      ...parts,
      types: this.typeSet,
      persistence,
      position: () => this.position,
      inTurn: (act) => this.inTurn(act),
      fence: () => this.fence(),
    });
  }

  /** Folds a batch, stores the documents, then the checkpoint. */
  receive(batch: HubBatch): Promise<void> {
    this.inHand = this.inHand.then(() => this.take(batch));
    return this.inHand;
  }

  /** Its documents that wait. */
  get parked(): ParkedDocuments {
    return this.parts.parked;
  }

  /** Whether something that waits may be its own: of a stream each partition has to do with its own documents. */
  concerns(key: string): boolean {
    return key.startsWith(STREAM_MARK) || isIn(this.parts.partition, key);
  }

  /** See {@link ParkedRetries.retry}. */
  retry(key: string): Promise<boolean> {
    return this.retries.retry(key);
  }

  /** Returns when what is in hand is stored or given up, and the checkpoint with it. Never rejects. */
  async end(): Promise<void> {
    await this.retries.end();
    await this.inHand;
    // A checkpoint that cannot be stored any more only means reading a little again.
    await this.checkpoint().catch(() => undefined);
  }

  private async take(batch: HubBatch): Promise<void> {
    if (this.state === 'stopped' || this.parts.signal.aborted) return;
    try {
      await this.apply(batch);
    } catch (error) {
      if (!(error instanceof Interrupted)) this.stop(storingFailed(this.parts.projection.name, error));
    }
    this.parts.onChange(this);
  }

  /** Stores how far it has come, so that a restart resumes exactly here. Throws what the document store throws. */
  async checkpoint(): Promise<void> {
    const { documents, projection, name, held } = this.parts;
    const { version } = projection;
    const checkpoint = { version, position: this.position };
    const saving = documents.saveCheckpoint(name, checkpoint, held?.lease);
    await (held === undefined ? saving : held.fenced(saving));
    this.checkpointed = checkpoint.position;
    this.sinceCheckpoint = 0;
  }

  /** How it is doing, seen from the end of the log as the hub knows it. */
  status(head: Position, eventsBetween: ((after: Position, upTo: Position) => number) | undefined): RunnerStatus {
    return {
      state: this.state,
      runsHere: true,
      position: this.position,
      lag: this.lag(head, eventsBetween),
      rate: this.rate.value,
      ...(this.failure === undefined ? {} : { failure: this.failure }),
      ...(this.persistence.retrying === undefined ? {} : { retrying: this.persistence.retrying }),
    };
  }

  private async apply(batch: HubBatch): Promise<void> {
    const plan = await this.plan(batch);
    const folded = plan.steps.length === 0 ? { ...plan, changes: [], versions: [] } : await this.fold(plan);
    await this.park(folded);
    this.rate.add(plan.events);
    this.pass(batch);
    // Readers may see what is stored; the checkpoint can follow.
    this.parts.onChange(this);
    this.sinceCheckpoint += batch.events.length;
    if (this.isCheckpointDue(batch, plan.events)) await this.persistence.call(() => this.checkpoint());
  }

  /** At once when live, so that a restart and those who watch the checkpoint know; seldom while catching up. */
  private isCheckpointDue(batch: HubBatch, events: number): boolean {
    if (this.sinceCheckpoint >= EVENTS_BETWEEN_CHECKPOINTS) return true;
    return batch.isLive && (events > 0 || (this.parts.held !== undefined && this.position > this.checkpointed));
  }

  private async plan(batch: HubBatch): Promise<BatchPlan> {
    const { projection, parked, partition, isChecked } = this.parts;
    const scope = { types: this.typeSet, after: this.position, withheld: parked, partition, isChecked };
    const plan = planBatch(projection, batch.events, scope);
    const waiting = [...plan.held.keys()].filter((key) => parked.has(key));
    if (waiting.length === 0) return plan;
    const isAnyResolved = await this.persistence.call(() => parked.forgetResolved(waiting));
    return isAnyResolved ? planBatch(projection, batch.events, scope) : plan;
  }

  /** Folds events and stores the documents. */
  private async fold(plan: BatchPlan): Promise<Folded> {
    const { projection, collection, history, isChecked } = this.parts;
    const stored = await this.persistence.call(() => collection.getMany([...plan.slots.keys()]));
    const folded = foldBatch(projection, plan, stored, isChecked);
    if (history !== undefined) await this.persistence.call(() => history.record(folded.versions, stored));
    if (folded.changes.length > 0) await this.persistence.call(() => collection.write(folded.changes));
    return folded;
  }

  /** Stores what waits since this batch, before the checkpoint passes it. */
  private async park(folded: Folded): Promise<void> {
    if (folded.held.size === 0) return;
    const { parked, partition, onParked } = this.parts;
    await this.persistence.call(() => this.fence());
    const entries = await this.persistence.call(() => parked.record(folded, this.position));
    // Of a stream that waits in all partitions one tells.
    for (const entry of entries) if (isIn(partition, entry.key)) onParked(entry);
  }

  private pass(batch: HubBatch): void {
    if (batch.position > this.position) this.position = batch.position;
    this.lastRecordedAt = recordedAt(batch.events.at(-1)) ?? this.lastRecordedAt;
    if (batch.isLive) this.state = 'live';
  }

  private stop(failure: ProjectionFailed): void {
    this.failure = failure;
    this.state = 'stopped';
  }

  /** Stores the last checkpoint once more: a lease that has passed to another process shows itself. */
  private async fence(): Promise<void> {
    const { documents, projection, name, held } = this.parts;
    if (held === undefined) return;
    const checkpoint = { version: projection.version, position: this.checkpointed };
    await held.fenced(documents.saveCheckpoint(name, checkpoint, held.lease));
  }

  private async inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> {
    const answer = this.inHand.then(() => (this.state === 'stopped' || this.parts.signal.aborted ? undefined : act()));
    this.inHand = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer;
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

function recordedAt(event: LogEvent | undefined): number | undefined {
  const value = event?.stored.metadata['recordedAt'];
  return typeof value === 'string' ? Date.parse(value) : undefined;
}
