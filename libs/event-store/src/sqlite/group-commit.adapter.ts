import { type AppendResult, type ExpectedRevision, RevisionConflict, type SerializedEvent } from '#event-sourcing';
import { type Database, type Statement, numberOf, prepare, storeFault } from './database.adapter.js';
import type { Names, StreamEntry } from './names.adapter.js';
import type { EventRow } from './event-row.js';
import { formatPosition } from './position.js';

interface PendingAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly SerializedEvent[];
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
}

/** Most appends in one transaction, so that a flood of them does not block the process for long. */
const MAX_GROUP = 1_024;

/**
 * Writes appends. Those that arrive in the same turn of the event loop share one transaction, and so one flush of the
 * disk; each has its own check and its own answer, given only when the transaction is durable.
 */
export class GroupCommit {
  private queue: PendingAppend[] = [];
  private turn: NodeJS.Immediate | undefined;
  private position: number;
  /** What the transaction under way has inserted. */
  private written: EventRow[] = [];
  private readonly insert: Statement;
  private readonly selectEvent: Statement;
  private readonly begin: Statement;
  private readonly commit: Statement;

  constructor(
    private readonly db: Database,
    private readonly names: Names,
    private readonly path: string,
    private readonly committed: (written: readonly EventRow[]) => void,
  ) {
    this.position = numberOf(db, 'SELECT max(position) FROM events');
    this.begin = prepare(db, 'BEGIN IMMEDIATE');
    this.commit = prepare(db, 'COMMIT');
    this.insert = prepare(
      db,
      'INSERT INTO events (position, stream, revision, kind, id, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.selectEvent = prepare(db, 'SELECT position, lower(hex(id)) FROM events WHERE stream = ? AND revision = ?');
  }

  /** Puts an append into the next transaction. */
  append(stream: string, expected: ExpectedRevision, events: readonly SerializedEvent[]): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.queue.push({ stream, expected, events, resolve, reject });
      this.turn ??= setImmediate(() => this.writeNext());
    });
  }

  /** Writes at once what is still waiting. */
  finish(): void {
    clearImmediate(this.turn);
    while (this.queue.length > 0) this.writeNext();
  }

  private writeNext(): void {
    const group = this.queue.slice(0, MAX_GROUP);
    this.queue = this.queue.slice(MAX_GROUP);
    this.turn = this.queue.length > 0 ? setImmediate(() => this.writeNext()) : undefined;
    this.writeGroup(group);
  }

  private writeGroup(group: readonly PendingAppend[]): void {
    const before = this.position;
    this.written = [];
    let outcomes: readonly (AppendResult | RevisionConflict)[];
    try {
      this.begin.run();
      outcomes = group.map((pending) => this.write(pending));
      this.commit.run();
    } catch (error) {
      this.undo(before);
      this.refuse(group, error);
      return;
    }
    group.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome instanceof RevisionConflict) reject(outcome);
      else if (outcome !== undefined) resolve(outcome);
    });
    if (this.written.length > 0) this.committed(this.written);
  }

  private undo(position: number): void {
    this.position = position;
    this.names.forget();
    try {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
    } catch {
      // the transaction is gone already; what led here is what the callers get to know
    }
  }

  /** A group that failed is written one by one, so that one bad append does not spoil its neighbours. */
  private refuse(group: readonly PendingAppend[], error: unknown): void {
    if (group.length > 1) for (const pending of group) this.writeGroup([pending]);
    else for (const { reject } of group) reject(storeFault(error, this.path));
  }

  private write({ stream, expected, events }: PendingAppend): AppendResult | RevisionConflict {
    const entry = this.names.stream(stream) ?? { id: 0, head: -1 };
    const due = dueRevision(expected, entry.head);
    const stored = this.storedStart(entry, expected, events, due);
    if (stored === undefined && due === entry.head)
      return this.insertAll(entry.id === 0 ? this.names.addStream(stream) : entry, stream, events);
    const first = stored === undefined ? undefined : this.firstResult(entry, stored, events);
    return first ?? new RevisionConflict(stream, expected, entry.head === -1 ? 'none' : BigInt(entry.head));
  }

  /** Where the batch would stand if it had been stored before; `undefined` when there is no sign that it was. */
  private storedStart(
    entry: StreamEntry,
    expected: ExpectedRevision,
    events: readonly SerializedEvent[],
    due: number,
  ): number | undefined {
    if (expected !== 'any') return due < entry.head ? due + 1 : undefined;
    const revisions = this.names.revisionsOf(entry);
    for (const [index, { id }] of events.entries()) {
      const revision = revisions.get(bare(id));
      if (revision !== undefined) return revision - index;
    }
    return undefined;
  }

  /** The first result of a batch that stands in the stream from `start` on; `undefined` when something else does. */
  private firstResult(entry: StreamEntry, start: number, events: readonly SerializedEvent[]): AppendResult | undefined {
    let position = 0;
    for (const [index, { id }] of events.entries()) {
      const [row] = this.selectEvent.all(entry.id, start + index) as readonly (readonly [number, string])[];
      if (row?.[1] !== bare(id)) return undefined;
      position = row[0];
    }
    return { revision: BigInt(start + events.length - 1), position: formatPosition(position) };
  }

  private insertAll(entry: StreamEntry, stream: string, events: readonly SerializedEvent[]): AppendResult {
    for (const { id, type, data, metadata } of events) {
      this.position += 1;
      entry.head += 1;
      const hex = bare(id);
      const kind = this.names.kindOf(entry, stream, type);
      this.insert.run(this.position, entry.id, entry.head, kind, Buffer.from(hex, 'hex'), data, metadata);
      this.written.push([this.position, entry.id, entry.head, kind, hex, data, metadata]);
      this.names.remember(entry, hex);
    }
    return { revision: BigInt(entry.head), position: formatPosition(this.position) };
  }
}

/** The revision after which the batch belongs; -1 before the first event. */
function dueRevision(expected: ExpectedRevision, head: number): number {
  if (expected === 'any') return head;
  return expected === 'none' ? -1 : Number(expected);
}

/** A UUID without its dashes. */
function bare(id: string): string {
  return id.replaceAll('-', '');
}
