import type { EventCodec, Position, Projection, Recorded, StoredEvent } from '#event-sourcing';
import { evolveDocument, sealJson } from '#event-sourcing';
import { streamMark } from '../parking/parked-entry.js';
import { documentKeys } from './document-keys.js';
import { returnedFault, thrownFault } from './fold-fault.js';
import type { FoldFailure } from './fold-failure.js';

/** One event that changed one document; `undefined`: it was not there, or is no more. */
export interface DocumentChange {
  readonly key: string;
  readonly event: Recorded;
  readonly before: object | undefined;
  readonly after: object | undefined;
}

/** What {@link LogFold} works with. */
export interface LogFoldParts {
  readonly projection: Projection;
  readonly codec: EventCodec;
  /** Leaves out what was recorded after this instant (UTC with milliseconds): what was known then. */
  readonly knownAt?: string;
  /** The only documents to fold; absent: all. */
  readonly keys?: ReadonlySet<string>;
  /**
   * How many events of each type are looked at closely; all by default. Those are checked against their schema, and frozen as
   * documents are, so that a function that changes what it is given, or returns what is not JSON, is found at once.
   */
  readonly closeLooks?: number;
  /** Events that it was decided to pass over: in a document, or by the mark of their stream in all. */
  readonly isSkipped?: (key: string, position: Position) => boolean;
  /** Is told of each change. */
  readonly onChange?: (change: DocumentChange) => void;
}

/**
 * A projection folded over a log into memory, event by event, beside every store: the documents are those that the engine
 * would serve. A document into which an event cannot be folded is left out from then on, and so is what follows in a stream of
 * which an event cannot be read.
 */
export class LogFold {
  /** The documents that there are, by id. */
  readonly documents = new Map<string, object>();
  private readonly failedDocuments = new Map<string, FoldFailure>();
  private readonly failedStreams = new Map<string, FoldFailure>();
  private readonly looks = new Map<string, number>();

  constructor(private readonly parts: LogFoldParts) {}

  /** What could not be folded, in the order in which it failed: the first event of each document, and of each stream. */
  get failures(): readonly FoldFailure[] {
    return [...this.failedDocuments.values(), ...this.failedStreams.values()].sort((one, other) =>
      one.event.position < other.event.position ? -1 : 1,
    );
  }

  /** Folds the next event; gives what went wrong with it. Events that the projection does not read change nothing. */
  take(stored: StoredEvent): FoldFailure | undefined {
    const { projection } = this.parts;
    if (this.passesOver(stored)) return undefined;
    const isClose = this.looksClosely(stored.type);
    let event: Recorded;
    let keys: ReturnType<typeof documentKeys>;
    try {
      event = this.decoded(stored, isClose);
      keys = documentKeys(projection, event);
    } catch (thrown) {
      return this.failStream(stored, thrownFault(thrown));
    }
    if ('fault' in keys) return this.failStream(stored, keys.fault);
    let failure: FoldFailure | undefined;
    for (const key of keys) failure = this.fold(event, key, isClose) ?? failure;
    return failure;
  }

  /**
   * To be called after the last event: looks at the documents as they came out. When some are not JSON, gives the fold that
   * finds the events to blame in another passage through the log, after which {@link leaveOut} takes them over.
   */
  closerLook(): LogFold | undefined {
    const keys = new Set<string>();
    for (const [key, document] of this.documents) if (returnedFault(document) !== undefined) keys.add(key);
    if (keys.size === 0) return undefined;
    const { closeLooks: _, onChange: __, ...parts } = this.parts;
    return new LogFold({ ...parts, keys });
  }

  /** Leaves out the documents that a {@link closerLook} has found broken. */
  leaveOut({ failedDocuments }: LogFold): void {
    for (const [key, failure] of failedDocuments) {
      this.failedDocuments.set(key, failure);
      this.documents.delete(key);
    }
  }

  private passesOver({ type, stream, position, metadata }: StoredEvent): boolean {
    const { projection, knownAt, isSkipped } = this.parts;
    if (projection.on[type] === undefined || this.failedStreams.has(stream)) return true;
    if (knownAt !== undefined && (metadata['recordedAt'] as string) > knownAt) return true;
    return isSkipped?.(streamMark(stream), position) === true;
  }

  private looksClosely(type: string): boolean {
    const { closeLooks } = this.parts;
    if (closeLooks === undefined) return true;
    const taken = this.looks.get(type) ?? 0;
    if (taken >= closeLooks) return false;
    this.looks.set(type, taken + 1);
    return true;
  }

  private decoded(stored: StoredEvent, isClose: boolean): Recorded {
    const { codec } = this.parts;
    if (!isClose) return codec.decodeUnchecked(stored);
    const event = codec.decode(stored);
    sealJson(event.data);
    return Object.freeze(event);
  }

  private fold(event: Recorded, key: string, isClose: boolean): FoldFailure | undefined {
    const { projection, onChange } = this.parts;
    if (!this.isWanted(key, event.position)) return undefined;
    const before = this.documents.get(key);
    try {
      const after = evolveDocument(projection, before, event, key);
      if (after === before) return undefined;
      const fault = isClose || typeof after !== 'object' ? returnedFault(after) : undefined;
      if (fault !== undefined) return this.fail(event, key, fault);
      if (after === undefined) this.documents.delete(key);
      else this.documents.set(key, after);
      onChange?.({ key, event, before, after });
      return undefined;
    } catch (thrown) {
      return this.fail(event, key, thrownFault(thrown));
    }
  }

  private isWanted(key: string, position: Position): boolean {
    const { keys, isSkipped } = this.parts;
    return keys?.has(key) !== false && !this.failedDocuments.has(key) && isSkipped?.(key, position) !== true;
  }

  private failStream(event: StoredEvent, error: string): FoldFailure {
    const failure = { event, error };
    this.failedStreams.set(event.stream, failure);
    return failure;
  }

  /** A document that is not whole is none: nobody counts it by mistake. */
  private fail(event: Recorded, key: string, error: string): FoldFailure {
    const failure = { event, key, error };
    this.failedDocuments.set(key, failure);
    this.documents.delete(key);
    return failure;
  }
}
