import fs from 'node:fs';
import { connect, numberOf, storeFault } from './database.adapter.js';
import { syncPath } from './durable-rename.adapter.js';
import { EventStoreFileRefused } from './event-store-file-refused.js';

/**
 * Copies a SQLite database of Accord as it is at this moment, while other processes read and write it, and checks the
 * copy page by page. `to` must not exist; it is durable on return, readable by its owner only, and holds no remains of
 * what was deleted. Returns the `PRAGMA application_id` that says what it is. The process does nothing else meanwhile.
 *
 * Throws {@link EventStoreFileRefused} when there is nothing to copy or what is there is damaged, and
 * `EventStoreUnavailable` when the copy cannot be written.
 */
export function copyDatabase(from: string, to: string): number {
  if (!fs.existsSync(from))
    throw new EventStoreFileRefused(from, 'does not exist. Check the path, or start the server once to create it.');
  // An empty file is taken as the place of the copy, so it never has the rights that the umask would give.
  fs.closeSync(fs.openSync(to, 'wx', 0o600));
  try {
    const source = connect(from, 'read');
    try {
      // Not the online backup: that one begins again whenever another process has written.
      source.prepare('VACUUM INTO ?').run(to);
    } finally {
      source.close();
    }
    syncPath(to);
    return applicationOf(to);
  } catch (error) {
    throw storeFault(error, `${from} (copied to ${to})`);
  }
}

/** Checks the copy; what it is. */
function applicationOf(copy: string): number {
  const db = connect(copy, 'immutable');
  try {
    const rows = db.prepare('PRAGMA integrity_check(1)').all() as readonly { readonly integrity_check: string }[];
    const found = rows[0]?.integrity_check ?? 'no result';
    if (found !== 'ok')
      throw new EventStoreFileRefused(copy, `is damaged (${found.replaceAll('\n', ' ')}). Copy it again.`);
    return numberOf(db, 'PRAGMA application_id');
  } finally {
    db.close();
  }
}
