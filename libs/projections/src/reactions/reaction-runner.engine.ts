import type { DomainEvent, Position } from '#event-sourcing';
import type { DocumentStore } from '#document-store';
import { backoff, type Delays, messageOf, pause } from '../backoff.engine.js';
import type { EventHub } from '../hub/event-hub.engine.js';
import type { HeldLease } from '../sharing/held-lease.engine.js';
import type { Reaction } from './reaction.js';
import type { SharedWork } from '../sharing/shared-work.engine.js';

/** What {@link ReactionRunner} stands on. */
export interface ReactionRunnerParts {
  readonly hub: EventHub;
  readonly documents: DocumentStore;
  readonly delays?: Delays;
  /** Where reactions run: here (the default), by leases shared with other processes, or only elsewhere. */
  readonly runs?: 'here' | 'elsewhere' | SharedWork;
}

/** How a reaction is doing. */
export interface ReactionStatus {
  readonly name: string;
  /** The last event it has handled. */
  readonly position: Position;
  /** It waits to handle the next event again. */
  readonly retrying?: { readonly attempt: number; readonly error: string };
}

interface Running {
  readonly reaction: Reaction;
  position: Position;
  retrying?: ReactionStatus['retrying'];
}

const CHECKPOINT_VERSION = 1;

/**
 * Hands events to reactions, to each in order and with a checkpoint of its own, apart from each other and from the
 * projections. An event whose handling fails comes again, after longer and longer pauses, until it succeeds.
 */
export class ReactionRunner {
  private readonly running = new Map<string, Running>();
  private readonly stopping = new AbortController();
  private loops: readonly Promise<void>[] | undefined;
  private shares: readonly (() => Promise<void>)[] = [];

  constructor(private readonly parts: ReactionRunnerParts) {}

  /** Adds a reaction. Throws when its name is taken or the runner has been started. */
  register<Event extends DomainEvent>(reaction: Reaction<Event>): void {
    const { name } = reaction;
    if (this.loops !== undefined) throw new Error(`Reaction "${name}" comes too late. Register it before the start.`);
    if (this.running.has(name)) throw new Error(`There are two reactions "${name}". Give one of them another name.`);
    this.running.set(name, { reaction, position: this.parts.hub.start });
  }

  /** Begins to react, each reaction behind its checkpoint (with none: from the first event). The hub has to run. */
  start(): void {
    if (this.loops !== undefined) return;
    const { runs = 'here' } = this.parts;
    const running = [...this.running.values()];
    this.loops = runs === 'here' ? running.map((one) => this.keepReacting(one, this.stopping.signal)) : [];
    if (typeof runs === 'object')
      this.shares = running.map((one) =>
        runs.add(readerOf(one.reaction), (held) => this.keepReacting(one, held.signal, held)),
      );
  }

  /** Stops; returns when the reactions in hand are through, and their leases released. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([...(this.loops ?? []), ...this.shares.map((leave) => leave())]);
  }

  /** How each reaction is doing, in the order of registration. */
  status(): readonly ReactionStatus[] {
    return [...this.running.values()].map(({ reaction, position, retrying }) => ({
      name: reaction.name,
      position,
      ...(retrying === undefined ? {} : { retrying }),
    }));
  }

  private async keepReacting(running: Running, signal: AbortSignal, held?: HeldLease): Promise<void> {
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      const before = running.position;
      try {
        await this.react(running, signal, held);
        return;
      } catch (error) {
        if (running.position > before) attempt = 1;
        running.retrying = { attempt, error: messageOf(error) };
        await pause((this.parts.delays ?? backoff)(attempt), signal);
      }
    }
  }

  /** Reacts until the hub stops; throws what goes wrong. */
  private async react(running: Running, signal: AbortSignal, held: HeldLease | undefined): Promise<void> {
    const { hub, documents } = this.parts;
    const { types } = running.reaction;
    const reader = readerOf(running.reaction);
    const checkpoint = await documents.checkpoint(reader);
    running.position = checkpoint?.position ?? hub.start;
    for await (const event of hub.follow({ after: running.position, types, signal })) {
      await running.reaction.handle(event, { signal });
      const checkpoint = { version: CHECKPOINT_VERSION, position: event.position };
      const saving = documents.saveCheckpoint(reader, checkpoint, held?.lease);
      await (held === undefined ? saving : held.fenced(saving));
      running.position = event.position;
      delete running.retrying;
    }
  }
}

function readerOf({ name }: Reaction): string {
  return `reaction:${name}`;
}
