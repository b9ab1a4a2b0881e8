import fs from 'node:fs';
import { type Database, connect, isBusy, numberOf } from './database.adapter.js';
import { EventStoreFileRefused } from './event-store-file-refused.js';
import { reasonOf } from './reason-of.js';

/** The right to write to an event store file, held until it is released or the process ends. */
export interface WriterLock {
  release(): void;
  /** Releases it where there was nothing to write to: a lock file that was made for it goes, too. */
  abandon(): void;
}

/**
 * Takes the lock of the only writer: an exclusive SQLite lock on the small file `<path>-lock`. The operating system drops
 * it with the process, so a `kill -9` leaves nothing behind; readers of the log itself are not disturbed. The holder's
 * process id stands in the lock file.
 *
 * Throws {@link EventStoreFileRefused} when another store, here or in another process, holds it.
 */
export function takeWriterLock(path: string): WriterLock {
  const lockPath = `${path}-lock`;
  const made = !fs.existsSync(lockPath);
  let db: Database | undefined;
  try {
    db = connect(lockPath, 'write', 0);
    // locking_mode keeps the lock of the first transaction for as long as the connection lives
    db.exec(`PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version = ${String(process.pid)}; COMMIT`);
  } catch (error) {
    db?.close();
    throw refusal(path, lockPath, error);
  }
  const held = db;
  const release = (): void => held.close();
  const abandon = (): void => {
    if (made) fs.rmSync(lockPath, { force: true });
    release();
  };
  return { release, abandon };
}

function refusal(path: string, lockPath: string, error: unknown): EventStoreFileRefused {
  if (isBusy(error))
    return new EventStoreFileRefused(
      path,
      `is in use${holderOf(lockPath)}: only one process may write to it. Stop that one, or open it for reading only.`,
      { cause: error },
    );
  const reason = reasonOf(error);
  return new EventStoreFileRefused(
    path,
    `cannot be locked through ${lockPath} (${reason}). Make its folder writable; if the lock file itself is damaged, delete it.`,
    { cause: error },
  );
}

function holderOf(lockPath: string): string {
  try {
    // through SQLite and not through the file system: closing a plain file handle would drop this process's own locks
    const db = connect(lockPath, 'immutable');
    try {
      const pid = numberOf(db, 'PRAGMA user_version');
      return pid === 0 ? '' : ` by process ${String(pid)}`;
    } finally {
      db.close();
    }
  } catch {
    return '';
  }
}
