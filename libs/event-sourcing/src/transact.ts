import type { EventCodec, EventOrigin } from './codec.js';
import {
  type Decision,
  type DecisionContext,
  type DecisionWarning,
  refuseFuture,
  rejected,
  type Rejected,
} from './decision.js';
import type { CommonRejectionCode } from './decision.js';
import { deriveEventId, deriveId } from './derived-ids.js';
import type { DomainEvent, EventActor, EventSource, EventToAppend, Position, Recorded, StoredEvent } from './event.js';
import type { EventStore } from './event-store.js';
import { RevisionConflict } from './event-store-errors.js';

/** How the events of one stream become what decisions and answers need of it. */
export interface StreamFold<Folded, Event extends DomainEvent> {
  readonly initial: Folded;
  readonly evolve: (folded: Folded, event: Recorded<Event>) => Folded;
}

/** What every command carries besides its own fields (domain.md 2.7). */
export interface CommandOrigin {
  /** UUID of the command: the same id is the same command (I-24). */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: EventActor;
  readonly source: EventSource;
  /** The revision the caller has seen; refused as `CONCURRENCY_CONFLICT` when the stream is at another. */
  readonly expectedRevision?: bigint;
}

/** One command on one stream. */
export interface Transaction<Folded, Event extends DomainEvent, Code extends string> {
  readonly stream: string;
  readonly fold: StreamFold<Folded, Event>;
  readonly origin: CommandOrigin;
  /** The pure decision; asynchronous only where facts of other streams have to be fetched for this very state first. */
  readonly decide: (folded: Folded, context: DecisionContext) => Decision<Event, Code> | Promise<Decision<Event, Code>>;
}

/** What became of a command. `revision` and `position` are those of its last event (of the stream, if it wrote none). */
export type TransactionResult<Folded, Code extends string> =
  | {
      readonly outcome: 'accepted';
      readonly revision: bigint;
      readonly position: Position;
      readonly folded: Folded;
      readonly warnings: readonly DecisionWarning[];
      /** The command had been carried out before; nothing was written this time. */
      readonly repeated: boolean;
    }
  | Rejected<Code | CommonRejectionCode>;

/** A stream as far as it is known: kept between commands, so that a warm stream is read only from there on. */
export interface FoldedStream<Folded = unknown> {
  readonly folded: Folded;
  /** Revision of the last event folded; -1n when the stream has none. */
  readonly revision: bigint;
  readonly position: Position;
  readonly headHash: string | null;
  /** The last event of each command that wrote here, by command id; shared by all heads of the stream. */
  readonly commands: Map<string, { readonly revision: bigint; readonly position: Position }>;
}

/** Where folded streams are kept: bounded, least recently used first out. Losing an entry costs a read, nothing else. */
export interface FoldCache {
  get(stream: string): FoldedStream | undefined;
  set(stream: string, folded: FoldedStream): unknown;
  delete(stream: string): unknown;
}

/** The instant of now and its calendar date in the policy time zone. */
export interface Clock {
  readonly kind: 'REAL' | 'SIMULATED';
  now(): { readonly now: string; readonly today: string };
}

/** Injection token of the process's {@link Clock}. */
export const CLOCK = Symbol('Clock');

/** What {@link Transactor} stands on. */
export interface TransactorParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly cache: FoldCache;
  readonly clock: Clock;
  /**
   * Nobody but this transactor can write to the log while it is open (the embedded store's lock sees to it): what it has
   * folded is current, and a command on a warm stream reads nothing at all.
   */
  readonly soleWriter?: boolean;
}

const MAX_ATTEMPTS = 3;

/**
 * Carries out commands: reads the stream, folds it, lets the decision decide, appends at the revision read, and starts
 * again when somebody else was faster (design.md section 4). The only way to write an event.
 */
export class Transactor {
  /** The last command under way on each busy stream: in one process they take turns instead of conflicting. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly parts: TransactorParts) {}

  /**
   * Decides and appends. A command id that already wrote to the stream gets its first answer and writes nothing.
   * Expected refusals are returned; throws what the store and the codec throw.
   */
  async transact<Folded, Event extends DomainEvent, Code extends string>(
    transaction: Transaction<Folded, Event, Code>,
  ): Promise<TransactionResult<Folded, Code>> {
    const { stream } = transaction;
    const work = (): Promise<TransactionResult<Folded, Code>> => this.attempts(transaction);
    const turn = this.turns.get(stream)?.then(work, work) ?? work();
    this.turns.set(stream, turn);
    try {
      return await turn;
    } finally {
      if (this.turns.get(stream) === turn) this.turns.delete(stream);
    }
  }

  private async attempts<Folded, Event extends DomainEvent, Code extends string>(
    transaction: Transaction<Folded, Event, Code>,
  ): Promise<TransactionResult<Folded, Code>> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const head = this.current<Folded>(transaction.stream) ?? (await this.load(transaction.stream, transaction.fold));
      try {
        return await this.attempt(transaction, head);
      } catch (error) {
        // Whatever went wrong, what is in the stream now is not known any more.
        this.parts.cache.delete(transaction.stream);
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    return rejected('CONCURRENCY_CONFLICT', 'Somebody else keeps changing the same thing. Send the command again.', {
      retryable: true,
    });
  }

  /**
   * The present fold of a stream: from the cache, and from the store what is newer; a sole writer knows that nothing is.
   * The last event known is read once more: if it is not the one remembered (the same command was stored by somebody
   * else first, or the log was put back from a backup), the stream is folded anew, because a wrong head would break the
   * hash chain.
   */
  async load<Folded, Event extends DomainEvent>(
    stream: string,
    fold: StreamFold<Folded, Event>,
  ): Promise<FoldedStream<Folded>> {
    const current = this.current<Folded>(stream);
    if (current !== undefined) return current;
    const known = this.parts.cache.get(stream) as FoldedStream<Folded> | undefined;
    if (known !== undefined) {
      const [last, ...newer] = await this.eventsFrom<Event>(stream, known.revision);
      if (last !== undefined && last.metadata.hash === known.headHash) return this.keep(stream, known, fold, newer);
      this.parts.cache.delete(stream);
    }
    const position = this.parts.store.start;
    const empty = { folded: fold.initial, revision: -1n, position, headHash: null, commands: new Map() };
    return this.keep(stream, empty, fold, await this.eventsFrom<Event>(stream, 0n));
  }

  /** The fold of a stream that needs no look into the store. */
  private current<Folded>(stream: string): FoldedStream<Folded> | undefined {
    if (this.parts.soleWriter !== true) return undefined;
    return this.parts.cache.get(stream) as FoldedStream<Folded> | undefined;
  }

  private async eventsFrom<Event extends DomainEvent>(stream: string, from: bigint): Promise<Recorded<Event>[]> {
    const events: Recorded<Event>[] = [];
    for await (const stored of this.parts.store.read(stream, { from }))
      events.push(this.parts.codec.decode(stored) as Recorded<Event>);
    return events;
  }

  private keep<Folded, Event extends DomainEvent>(
    stream: string,
    known: FoldedStream<Folded>,
    fold: StreamFold<Folded, Event>,
    events: readonly Recorded<Event>[],
  ): FoldedStream<Folded> {
    const head = advance(known, fold, events);
    // While this was read, a command may have gone on from there and left a newer head.
    const newest = this.parts.cache.get(stream)?.revision ?? -1n;
    if (head.revision > newest) this.parts.cache.set(stream, head);
    return head;
  }

  private async attempt<Folded, Event extends DomainEvent, Code extends string>(
    { stream, fold, origin, decide }: Transaction<Folded, Event, Code>,
    head: FoldedStream<Folded>,
  ): Promise<TransactionResult<Folded, Code>> {
    const before = head.commands.get(origin.commandId);
    if (before !== undefined)
      return { outcome: 'accepted', ...before, folded: head.folded, warnings: [], repeated: true };
    if (origin.expectedRevision !== undefined && origin.expectedRevision !== head.revision)
      return staleRevision(origin.expectedRevision, head.revision);

    const { store, codec, cache, clock } = this.parts;
    const { now, today } = clock.now();
    const newId = (prefix: string, index?: number): string => deriveId(prefix, origin.commandId, index);
    const decision = refuseFuture(await decide(head.folded, { now, today, actor: origin.actor, newId }), today);
    if (decision.outcome === 'rejected') return decision;
    const { events, warnings } = decision;
    if (events.length === 0) {
      const { folded, revision, position } = head;
      return { outcome: 'accepted', revision, position, folded, warnings, repeated: false };
    }

    const envelope: EventOrigin = {
      recordedAt: now,
      commandId: origin.commandId,
      $correlationId: origin.correlationId,
      $causationId: origin.causationId,
      actor: origin.actor,
      source: origin.source,
      clock: clock.kind,
    };
    let prevHash = head.headHash;
    const encoded = events.map((event, index) => {
      const next = codec.encode(event, deriveEventId(origin.commandId, stream, index), envelope, prevHash);
      prevHash = next.metadata['hash'] as string;
      return next;
    });
    const { revision, position } = await store.append(stream, head.revision === -1n ? 'none' : head.revision, encoded);
    const appended = encoded.map((event, index) =>
      recorded<Event>(event, { stream, position, revision: head.revision + 1n + BigInt(index) }),
    );
    const advanced = advance(head, fold, appended);
    cache.set(stream, advanced);
    return { outcome: 'accepted', revision, position, folded: advanced.folded, warnings, repeated: false };
  }
}

/** An event that this process has just encoded: its data has passed the schema, so it is not decoded again. */
function recorded<Event extends DomainEvent>(
  { type, id, data, metadata }: EventToAppend,
  { stream, revision, position }: Pick<StoredEvent, 'stream' | 'revision' | 'position'>,
): Recorded<Event> {
  const occurredOn = metadata['occurredOn'];
  return { type, occurredOn, data, id, stream, revision, position, metadata } as unknown as Recorded<Event>;
}

function advance<Folded, Event extends DomainEvent>(
  head: FoldedStream<Folded>,
  fold: StreamFold<Folded, Event>,
  events: readonly Recorded<Event>[],
): FoldedStream<Folded> {
  const last = events.at(-1);
  if (last === undefined) return head;
  // Not copied: a stream only grows, and so does what is known of its commands.
  const { commands } = head;
  let folded = head.folded;
  for (const event of events) {
    folded = fold.evolve(folded, event);
    commands.set(event.metadata.commandId, { revision: event.revision, position: event.position });
  }
  return { folded, revision: last.revision, position: last.position, headHash: last.metadata.hash, commands };
}

function staleRevision(expected: bigint, actual: bigint): Rejected<'CONCURRENCY_CONFLICT'> {
  return rejected(
    'CONCURRENCY_CONFLICT',
    `The expected revision ${String(expected)} is stale: the stream is at ${String(actual)}. Read again, then decide.`,
    { retryable: true, details: [{ code: 'STALE_REVISION', path: 'expectedRevision', message: String(actual) }] },
  );
}
