/** An event as it comes in: payloads are bytes, nothing is looked into. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event in the log. `position` is the byte offset of its record; commit and prepare are the same, as in 24.10. */
export interface LoggedEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly createdMs: number;
}

/** What the writer expects of the stream, in the protocol's words. */
export type StreamExpectation = 'any' | 'no_stream' | 'stream_exists' | bigint;

/** What became of an append. `position` is that of the last event. */
export type AppendOutcome =
  | { readonly kind: 'success'; readonly revision: bigint; readonly position: bigint }
  | { readonly kind: 'wrong-version'; readonly current: bigint | 'no_stream' }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'bad-request' };

/** The revision at which `$streamDeleted` stands. */
export const TOMBSTONE_REVISION = 2n ** 63n - 1n;

const MAX_APPEND_BYTES = 1_048_576;
/** A record's own bytes beside its data; the first event is not at 0 because the log begins with a record of the node. */
const RECORD_BYTES = 137n;

interface Stream {
  readonly events: LoggedEvent[];
  /** Revision of the first event that can still be read. */
  truncateBefore: bigint;
  /** How many of the last events can be read. */
  maxCount: number;
  tombstoned: boolean;
}

/** A log that decides on appends as EventStoreDB 24.10 does (its `IndexWriter.CheckCommit`). Nothing is durable. */
export class EventLog {
  readonly events: LoggedEvent[] = [];
  private readonly streams = new Map<string, Stream>();
  private readonly listeners = new Set<() => void>();
  private end = RECORD_BYTES;

  append(name: string, expected: StreamExpectation, batch: readonly ProposedEvent[]): AppendOutcome {
    if (name === '' || batch.some(({ type, id }) => type === '' || !/^[0-9a-f-]{36}$/i.test(id)))
      return { kind: 'bad-request' };
    const bytes = batch.reduce(
      (sum, { type, data, metadata }) => sum + 2 * type.length + data.length + metadata.length,
      0,
    );
    if (bytes > MAX_APPEND_BYTES) return { kind: 'too-large', limit: MAX_APPEND_BYTES };
    const stream = this.known(name);
    if (stream.tombstoned) return { kind: 'deleted' };
    return typeof expected === 'bigint' || expected === 'no_stream'
      ? this.appendAt(name, stream, expected === 'no_stream' ? -1n : expected, batch)
      : this.appendAnywhere(name, stream, expected, batch);
  }

  /** The events of a stream that can be read; `undefined` when it was never written or is soft-deleted. */
  stream(name: string): readonly LoggedEvent[] | 'deleted' | undefined {
    const { events, tombstoned, truncateBefore, maxCount } = this.known(name);
    if (tombstoned) return 'deleted';
    if (events.length === 0 || truncateBefore === TOMBSTONE_REVISION) return undefined;
    return events.slice(-maxCount).filter(({ revision }) => revision >= truncateBefore);
  }

  /** A soft delete: the metadata gets a truncateBefore past every event. */
  softDelete(name: string): bigint {
    return this.system(`$$${name}`, '$metadata', `{"$tb":${String(TOMBSTONE_REVISION)}}`);
  }

  /** A hard delete: nothing can be read or written any more. */
  tombstone(name: string): bigint {
    const stream = this.known(name);
    stream.tombstoned = true;
    this.streams.set(name, stream);
    return this.record(name, TOMBSTONE_REVISION, bare('$streamDeleted', '{}')).position;
  }

  /** Writes as the server itself does: statistics, metadata, links. */
  system(name: string, type: string, data: string): bigint {
    const stream = this.known(name);
    return this.add(name, stream, [bare(type, data)]).position;
  }

  /** Whether a read may begin at the byte: at a record or at the very beginning or end. */
  isBoundary(position: bigint): boolean {
    if (position === 0n || position === this.end) return true;
    return this.events[this.firstIndex(position, true)]?.position === position;
  }

  /** Index of the first event at or after (`inclusive`) the position. */
  firstIndex(position: bigint, inclusive: boolean): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.events[middle]?.position ?? 0n;
      if (at < position || (at === position && !inclusive)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Calls back after each append until it is taken away again. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private appendAt(name: string, stream: Stream, expected: bigint, batch: readonly ProposedEvent[]): AppendOutcome {
    const current = BigInt(stream.events.length) - 1n;
    if (expected === current) return this.add(name, stream, batch);
    if (expected > current) return wrongVersion(current);
    const first = expected + 1n;
    const known = batch.filter(({ id }, index) => stream.events[Number(first) + index]?.id === id).length;
    if (known === batch.length && known > 0) return successOf(stream.events[Number(first) + known - 1]);
    if (expected === -1n && isSoftDeleted(stream) && stream.events[0]?.id !== batch[0]?.id) {
      stream.truncateBefore = current + 1n;
      return this.add(name, stream, batch);
    }
    return wrongVersion(current);
  }

  private appendAnywhere(
    name: string,
    stream: Stream,
    expected: 'any' | 'stream_exists',
    batch: readonly ProposedEvent[],
  ): AppendOutcome {
    const current = BigInt(stream.events.length) - 1n;
    if (expected === 'stream_exists' && current < 0n) return wrongVersion(current);
    if (expected === 'stream_exists' && isSoftDeleted(stream)) return { kind: 'deleted' };
    const stored = batch.map(({ id }) => stream.events.find((event) => event.id === id));
    if (stored[0] === undefined) return this.add(name, stream, batch);
    return stored.includes(undefined) ? wrongVersion(current) : successOf(stored.at(-1));
  }

  private add(name: string, stream: Stream, batch: readonly ProposedEvent[]): AppendOutcome & { kind: 'success' } {
    if (batch.length === 0) {
      this.end += RECORD_BYTES;
      return { kind: 'success', revision: BigInt(Math.max(0, stream.events.length - 1)), position: this.end };
    }
    for (const event of batch) stream.events.push(this.record(name, BigInt(stream.events.length), event));
    this.streams.set(name, stream);
    if (name.startsWith('$$')) this.applyMetadata(name.slice(2), Buffer.from(batch.at(-1)?.data ?? []).toString());
    for (const listener of [...this.listeners]) listener();
    return successOf(stream.events.at(-1));
  }

  /** Metadata replace what was there before as a whole; they hold at read time, and the log still shows the events. */
  private applyMetadata(name: string, json: string): void {
    const stream = this.known(name);
    const numberAt = (key: string): string | undefined => new RegExp(`"\\$${key}":\\s*(\\d+)`).exec(json)?.[1];
    stream.truncateBefore = BigInt(numberAt('tb') ?? 0);
    stream.maxCount = Number(numberAt('maxCount') ?? Infinity);
    this.streams.set(name, stream);
  }

  private known(name: string): Stream {
    return this.streams.get(name) ?? { events: [], truncateBefore: 0n, maxCount: Infinity, tombstoned: false };
  }

  private record(stream: string, revision: bigint, event: ProposedEvent): LoggedEvent {
    const logged = { ...event, stream, revision, position: this.end, createdMs: Date.now() };
    this.end += RECORD_BYTES + BigInt(event.data.length + event.metadata.length);
    this.events.push(logged);
    return logged;
  }
}

function isSoftDeleted({ truncateBefore }: Stream): boolean {
  return truncateBefore === TOMBSTONE_REVISION;
}

function wrongVersion(current: bigint): AppendOutcome {
  return { kind: 'wrong-version', current: current < 0n ? 'no_stream' : current };
}

function successOf(event: LoggedEvent | undefined): AppendOutcome & { kind: 'success' } {
  if (event === undefined) throw new Error('a success needs an event');
  return { kind: 'success', revision: event.revision, position: event.position };
}

function bare(type: string, data: string): ProposedEvent {
  const id = crypto.randomUUID();
  return { id, type, contentType: 'application/json', data: Buffer.from(data), metadata: new Uint8Array() };
}
