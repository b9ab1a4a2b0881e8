import fs from 'node:fs';
import path from 'node:path';
import {
  type AppendResult,
  type EventStore,
  EventStoreUnavailable,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type ReadAllOptions,
  type ReadOptions,
  serializeBatch,
  type StoredEvent,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '#event-sourcing';
import { Changes } from './changes.adapter.js';
import { type Database, storeFault } from './database.adapter.js';
import { EventStoreFileRefused } from './event-store-file-refused.js';
import { GroupCommit } from './group-commit.adapter.js';
import { openForReading, openForWriting, refuseForeign } from './log-file.adapter.js';
import { Names } from './names.adapter.js';
import { PagedEvents } from './paged-events.adapter.js';
import { type LogPage, type LogScan, Pages } from './pages.adapter.js';
import { formatPosition } from './position.js';
import { RecentRows } from './recent-rows.adapter.js';
import { follow, positionNumber } from './subscription.adapter.js';
import { takeWriterLock, type WriterLock } from './writer-lock.adapter.js';
import { reasonOf } from './reason-of.js';

/** Where the log is, and whether it is only read (beside the writer, in this process or another). */
export interface SqliteEventStoreOptions {
  readonly path: string;
  readonly readOnly?: boolean;
}

/**
 * Opens the embedded event store: one SQLite file, created with its folder when it is missing. Survives `kill -9` at any
 * instant without losing an acknowledged event (design.md section 3).
 *
 * Throws {@link EventStoreFileRefused} when another process writes to the file, when it is not an event store or is
 * damaged, and, for reading only, when it does not exist.
 */
export function openSqliteEventStore({ path: file, readOnly = false }: SqliteEventStoreOptions): Promise<EventStore> {
  return promised(() => {
    const real = realPath(file, readOnly);
    return readOnly ? new SqliteEventStore(real, openForReading(real)) : openWriter(real);
  });
}

function openWriter(file: string): EventStore {
  refuseForeign(file);
  const lock = takeWriterLock(file);
  try {
    return new SqliteEventStore(file, openForWriting(file), lock);
  } catch (error) {
    lock.abandon();
    throw error;
  }
}

/** The path without links, so that two names of one file meet the same lock. The writer's folder is made if need be. */
function realPath(file: string, readOnly: boolean): string {
  const full = path.resolve(file);
  try {
    if (!readOnly) fs.mkdirSync(path.dirname(full), { recursive: true });
    if (fs.existsSync(full)) return fs.realpathSync(full);
    return fs.existsSync(path.dirname(full))
      ? path.join(fs.realpathSync(path.dirname(full)), path.basename(full))
      : full;
  } catch (cause) {
    const reason = reasonOf(cause);
    throw new EventStoreFileRefused(full, `cannot be reached (${reason}). Check the path.`, { cause });
  }
}

class SqliteEventStore implements EventStore {
  readonly start: Position = formatPosition(0);
  private readonly pages: Pages;
  private readonly changes: Changes;
  private readonly writer: GroupCommit | undefined;
  private closed = false;

  constructor(
    private readonly path: string,
    private readonly db: Database,
    private readonly lock?: WriterLock,
  ) {
    const names = new Names(db);
    const recent = new RecentRows();
    this.pages = new Pages(db, names, recent);
    this.changes = new Changes(lock === undefined);
    if (lock === undefined) return;
    this.writer = new GroupCommit(db, names, path, (written) => {
      recent.add(written);
      this.changes.announce();
    });
  }

  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    const batch = serializeBatch(stream, expected, events);
    if (batch instanceof Error) return Promise.reject(batch);
    if (this.closed) return Promise.reject(this.closedFault());
    if (this.writer === undefined)
      return Promise.reject(new EventStoreUnavailable(`${this.path} is open for reading only: nothing is appended.`));
    return this.writer.append(stream, expected, batch);
  }

  read(stream: string, options: ReadOptions = {}): AsyncIterable<StoredEvent> {
    const { from, direction = 'forwards', limit = Infinity } = options;
    const step = direction === 'forwards' ? 1 : -1;
    let next: number | undefined = Number(from ?? (direction === 'forwards' ? 0n : Number.MAX_SAFE_INTEGER));
    return this.events(limit, (size) => {
      if (next === undefined) return undefined;
      const rows = this.pages.stream(stream, next, direction, size);
      const last = rows.at(-1);
      next = last === undefined || rows.length < size ? undefined : last[2] + step;
      return { rows, upTo: 0 };
    });
  }

  readAll(options: ReadAllOptions = {}): AsyncIterable<StoredEvent> {
    const { after, direction = 'forwards', limit = Infinity, ...filter } = options;
    let scan: LogScan | undefined;
    let at = 0;
    return this.events(limit, (size) => {
      if (scan === undefined) {
        at = after === undefined ? this.pages.edge(direction) : positionNumber(after);
        scan = this.pages.scan(filter, direction);
      }
      const page = scan.page(at, size);
      if (page.upTo === at) return undefined;
      at = page.upTo;
      return page;
    });
  }

  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    return follow({ pages: this.pages, changes: this.changes, use: (read) => this.use(read) }, options);
  }

  head(): Promise<Position> {
    return promised(() => this.use(() => formatPosition(this.pages.head())));
  }

  close(): Promise<void> {
    return promised(() => {
      if (this.closed) return;
      this.writer?.finish();
      this.closed = true;
      this.changes.announce();
      try {
        if (this.writer !== undefined) this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        this.db.close();
      } catch (error) {
        throw storeFault(error, this.path);
      } finally {
        this.lock?.release();
      }
    });
  }

  private events(limit: number, next: (size: number) => LogPage | undefined): AsyncIterable<StoredEvent> {
    return new PagedEvents(
      { next: (size) => this.use(() => next(size)), event: (row) => this.use(() => this.pages.event(row)) },
      limit,
    );
  }

  /** Runs a piece of reading while the store is open; the driver's errors become ours. */
  private use<Result>(read: () => Result): Result {
    if (this.closed) throw this.closedFault();
    try {
      return read();
    } catch (error) {
      throw storeFault(error, this.path);
    }
  }

  private closedFault(): EventStoreUnavailable {
    return new EventStoreUnavailable(`The event store ${this.path} is closed.`);
  }
}

/** What is thrown at once becomes a rejection. */
function promised<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => resolve(work()));
}
