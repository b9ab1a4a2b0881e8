import type { EventCodec, EventStore, Position, Recorded } from '#event-sourcing';
import type { EventHub, ProjectionEngine } from '#projections';
import { type ProjectionEvent, projectionEvents } from './domain/events.js';
import { projectionOf, projectionStream } from './domain/stream.js';

/** What {@link CarriedOutDecisions} stands on. */
export interface CarriedOutDecisionsParts {
  readonly engine: ProjectionEngine;
  readonly hub: EventHub;
  readonly store: EventStore;
  readonly codec: EventCodec;
  /** Told what could not be carried out: the decision stands, this process goes on without it. */
  readonly onFailure: (decision: Recorded<ProjectionEvent>, error: unknown) => void;
}

const decisions = { types: Object.keys(projectionEvents), streams: [projectionStream('')] };

/**
 * Carries out in this process what was decided about the running of projections: first everything of before, so that a paused
 * projection does not run and a skipped event is skipped from the first fold on, then each decision as it is recorded. The
 * engine's methods may be repeated, so every process does this, and does it again after a restart.
 */
export class CarriedOutDecisions {
  private readonly stopping = new AbortController();
  private following: Promise<void> | undefined;
  private after: Position;

  constructor(private readonly parts: CarriedOutDecisionsParts) {
    this.after = parts.store.start;
  }

  /** What was decided until now. Before the engine starts. Throws what the store and the codec throw. */
  async past(): Promise<void> {
    const { engine, store, codec } = this.parts;
    // What is decided while the streams are read comes twice, which changes nothing.
    this.after = await store.head();
    // Stream by stream: the start does not wait for a search through the log.
    for (const { name } of engine.registered())
      for await (const stored of store.read(projectionStream(name)))
        await this.carryOut(codec.decode(stored) as Recorded<ProjectionEvent>);
  }

  /** What is decided from now on. After the engine has started. */
  follow(): void {
    this.following ??= this.keepFollowing();
  }

  /** Returns when the decision in hand is carried out. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  private async keepFollowing(): Promise<void> {
    const { hub } = this.parts;
    for await (const event of hub.follow({ ...decisions, after: this.after, signal: this.stopping.signal }))
      await this.carryOut(event as Recorded<ProjectionEvent>);
  }

  private async carryOut(decision: Recorded<ProjectionEvent>): Promise<void> {
    try {
      await this.tellEngine(projectionOf(decision.stream), decision);
    } catch (error) {
      this.parts.onFailure(decision, error);
    }
  }

  private async tellEngine(name: string, decision: ProjectionEvent): Promise<void> {
    const { engine } = this.parts;
    // A projection whose code is gone: the decision is of no concern here.
    if (!engine.registered().some((known) => known.name === name)) return;
    switch (decision.type) {
      case 'ProjectionPaused':
        return engine.pause(name);
      case 'ProjectionResumed':
        return engine.resume(name);
      case 'ProjectionRebuildRequested':
        return engine.rebuild(name, { id: String(decision.data.rebuild), rehearse: decision.data.rehearse });
      case 'ProjectionBuildPromoted':
        return engine.promote(name, decision.data.build);
      case 'ProjectionBuildDropped':
        return engine.drop(name, decision.data.build);
      case 'ProjectionTakenBack':
        return engine.goBack(name, decision.data.from);
      case 'ParkedDocumentRetried':
        await engine.retry(name, decision.data.key);
        return;
      case 'ParkedEventSkipped':
        await engine.skip(name, decision.data.key, decision.data.position);
    }
  }
}
