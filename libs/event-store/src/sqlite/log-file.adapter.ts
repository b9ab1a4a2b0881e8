import fs from 'node:fs';
import { type Database, connect, numberOf, storeFault } from './database.adapter.js';
import { durableRename } from './durable-rename.adapter.js';
import { EventStoreFileRefused } from './event-store-file-refused.js';
import { reasonOf } from './reason-of.js';

/** Marks the file as ours in its header: "ACCD". */
const APPLICATION_ID = 0x41434344;
/** Version of the tables below. */
const FORMAT = 1;
/** Up to this size the whole file is checked when it is opened (well under 0.1 s); above, only its two ends. */
const CHECKED_BYTES = 32 * 1024 * 1024;
/** Pages of the file that are kept in memory. Who only reads goes through a long log once: pages kept would help nobody. */
const WRITER_CACHE_KB = 65_536;
const READER_CACHE_KB = 8_192;

/**
 * One row per event; `position` counts without gaps because nothing is ever deleted. Streams and kinds (a type in a
 * category of streams) are numbered, which makes the file a third smaller. No index on ids: random ones would halve the
 * speed of appends. The index on kinds ends in the position, so that a filtered read skips what it does not want.
 */
const TABLES = `
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE kinds (id INTEGER PRIMARY KEY, category TEXT NOT NULL, type TEXT NOT NULL, UNIQUE (category, type));
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    id BLOB NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL
  );
  CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);
  CREATE INDEX events_by_kind ON events (kind);
`;

/** Opens the log for its only writer, who holds the lock; creates it when there is none. */
export function openForWriting(file: string): Database {
  create(file);
  check(file);
  return guarded(file, () => {
    const db = connect(file, 'write');
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000');
    return tuned(db, WRITER_CACHE_KB);
  });
}

/** Opens the log for reading only, beside a writer or without one. Changes nothing in the file. */
export function openForReading(file: string): Database {
  check(file);
  return guarded(file, () => tuned(connect(file, 'read'), READER_CACHE_KB));
}

/**
 * Refuses what is no log, or a damaged one. Where no -wal lies beside it nobody is writing, and it is looked at through a
 * connection that creates no side files: a refused file is left as it was, and alone.
 */
function check(file: string): void {
  refuseWhatIsNoFile(file);
  guarded(file, () => {
    const db = connect(file, fs.existsSync(`${file}-wal`) ? 'read' : 'immutable');
    try {
      refuseOtherFormats(file, db);
      refuseDamaged(file, db);
    } finally {
      db.close();
    }
  });
}

/** Says no to what is missing or no file. */
function refuseWhatIsNoFile(file: string): void {
  const found = guarded(file, () => fs.statSync(file, { throwIfNoEntry: false }));
  if (found === undefined)
    throw new EventStoreFileRefused(file, 'does not exist. Check the path, or start the server once to create it.');
  if (!found.isFile()) throw new EventStoreFileRefused(file, 'is not a file. Name the file of an event store.');
}

function tuned(db: Database, cacheKb: number): Database {
  db.exec(`PRAGMA cache_size = -${String(cacheKb)}; PRAGMA temp_store = MEMORY`);
  return db;
}

/** An empty file counts as missing: there is nothing in it to lose. */
function isMissing(file: string): boolean {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  return found === undefined || (found.isFile() && found.size === 0);
}

function hasWal(file: string): boolean {
  return (fs.statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** A new log is built beside its place and moved there, so that a crash leaves either none or a whole one. */
function create(file: string): void {
  if (!isMissing(file)) return;
  if (fs.existsSync(`${file}-wal`))
    throw new EventStoreFileRefused(
      file,
      `is missing, but ${file}-wal is there and belongs to it. Put both back, or move the second one away.`,
    );
  const draft = `${file}-new`;
  guarded(file, () => {
    for (const leftover of [draft, `${draft}-journal`, `${draft}-wal`, `${draft}-shm`])
      fs.rmSync(leftover, { force: true });
    const db = connect(draft, 'write');
    db.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}; PRAGMA user_version = ${String(FORMAT)}; ${TABLES}`);
    db.exec('PRAGMA journal_mode = WAL');
    db.close();
    durableRename(draft, file);
  });
}

/**
 * Refuses a file that is there but not ours: not readable and writable, no database, another program's, another format.
 * Looks at the header through a connection that creates no side files, so that a stranger's file stays untouched; unless
 * a process was killed here (or is writing): then the main file alone may be incomplete, and counts only with its -wal.
 */
export function refuseForeign(file: string): void {
  if (isMissing(file)) return;
  refuseWhatIsNoFile(file);
  try {
    fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK);
  } catch (cause) {
    throw new EventStoreFileRefused(file, 'may not be read and written by this user. Change its permissions.', {
      cause,
    });
  }
  guarded(file, () => {
    const db = connect(file, hasWal(file) ? 'read' : 'immutable');
    try {
      refuseOtherFormats(file, db);
    } finally {
      db.close();
    }
  });
}

function refuseOtherFormats(file: string, db: Database): void {
  if (numberOf(db, 'PRAGMA application_id') !== APPLICATION_ID)
    throw new EventStoreFileRefused(file, 'is a database of another program. Name the file of an event store.');
  const format = numberOf(db, 'PRAGMA user_version');
  if (format !== FORMAT)
    throw new EventStoreFileRefused(
      file,
      `has format ${String(format)}, this version knows format ${String(FORMAT)}. Use the version of Accord that wrote it.`,
    );
}

function refuseDamaged(file: string, db: Database): void {
  db.exec('SELECT * FROM events ORDER BY position LIMIT 1');
  db.exec('SELECT * FROM events ORDER BY position DESC LIMIT 1');
  db.exec('SELECT streams.id, kinds.id FROM streams, kinds LIMIT 1');
  if (fs.statSync(file).size > CHECKED_BYTES) return;
  const [first] = db.prepare('PRAGMA quick_check(1)').all() as readonly { readonly quick_check: string }[];
  if (first?.quick_check !== 'ok')
    throw new EventStoreFileRefused(
      file,
      `is damaged (${(first?.quick_check ?? 'no result').replaceAll('\n', ' ')}). Put it back from a backup.`,
    );
}

/** Runs a step of opening; the driver's errors become one clear line. */
function guarded<Result>(file: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (error instanceof EventStoreFileRefused) throw error;
    const fault = storeFault(error, file);
    if (fault instanceof EventStoreFileRefused) throw notOurs(file, fault);
    const reason = reasonOf(error);
    throw new EventStoreFileRefused(file, `cannot be opened (${reason}). Check the path and its permissions.`, {
      cause: error,
    });
  }
}

function notOurs(file: string, fault: EventStoreFileRefused): EventStoreFileRefused {
  if (!fault.message.includes('not a database')) return fault;
  return new EventStoreFileRefused(file, 'is not an event store. Name another file, or move this one away.', {
    cause: fault,
  });
}
