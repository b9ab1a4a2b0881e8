import { chmodSync, closeSync, openSync, readSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { VaultFileRefused, VaultNotPurged } from '../vault-errors.js';
import { isBusy, vaultFault } from './vault-fault.adapter.js';

/** `PRAGMA application_id` of a vault: "AcVt". */
export const VAULT_APPLICATION_ID = 0x41635674;
const SCHEMA_VERSION = 2;
/** How long another process is waited for; nothing else happens in this one meanwhile. */
const BUSY_MS = 1_000;
/** The same while the vault is opened, when several processes may start at once and nothing else is to be done yet. */
const OPENING_MS = 10_000;
const SQLITE_HEADER = 'SQLite format 3\0';

const SCHEMA = `
  CREATE TABLE persons (
    person_id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL, -- '' on the own side: NULLs would not collide in the index
    name TEXT,
    title TEXT,
    email TEXT,
    phone TEXT,
    mail_hash TEXT,
    erased_fields TEXT NOT NULL DEFAULT '[]',
    stored_at TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE UNIQUE INDEX person_of_mail ON persons (mail_hash, company_id) WHERE mail_hash IS NOT NULL;
  CREATE TABLE text_keys (key_id TEXT PRIMARY KEY, key TEXT NOT NULL) STRICT;
  CREATE TABLE purge (pending INTEGER NOT NULL) STRICT;
  INSERT INTO purge VALUES (0);
`;

/** What turns a vault of the version before into one of each version. */
const UPGRADES: ReadonlyMap<number, string> = new Map([
  [2, "ALTER TABLE persons ADD COLUMN stored_at TEXT NOT NULL DEFAULT ''"],
]);

/** A prepared statement of the driver. */
export type Statement = ReturnType<InstanceType<typeof DatabaseSync>['prepare']>;

/** The file of the vaults: durable, for its owner only, and able to forget. */
export class VaultDatabase {
  private readonly db: InstanceType<typeof DatabaseSync>;

  /** Opens or creates the file. Throws {@link VaultFileRefused}, or `VaultUnavailable` when another process locks it for long. */
  constructor(readonly path: string) {
    prepareFile(path);
    try {
      this.db = new DatabaseSync(path, { timeout: OPENING_MS });
    } catch (error) {
      throw new VaultFileRefused(path, 'the vault cannot be opened.', { cause: error });
    }
    try {
      this.configure();
    } catch (error) {
      this.db.close();
      throw vaultFault(error, path);
    }
  }

  prepare(sql: string): Statement {
    return this.db.prepare(sql);
  }

  /** Does synchronous work at once and gives what it gives, as a promise: the port is asynchronous, the driver is not. */
  answer<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve) => {
      try {
        resolve(work());
      } catch (error) {
        throw vaultFault(error, this.path);
      }
    });
  }

  /** Does all of it or nothing. */
  transaction<Result>(work: () => Result): Result {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Changes and then removes every trace of what was there before. `secure_delete` alone is not enough: rows that moved
   * between pages leave copies behind, and the write-ahead log keeps the old pages. The mark in `purge` makes the next
   * start finish what a crash interrupts.
   */
  forget<Result>(work: () => Result): Result {
    const result = this.transaction(() => {
      const done = work();
      this.prepare('UPDATE purge SET pending = 1').run();
      return done;
    });
    this.purge();
    return result;
  }

  /** Releases the file, with everything in it and nothing left in the write-ahead log unless somebody else reads it. */
  close(): void {
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
  }

  private configure(): void {
    // Tables first: another process may create the vault between two of these questions.
    const { tables } = this.row('SELECT count(*) AS tables FROM sqlite_schema');
    const { application_id: application } = this.row('PRAGMA application_id');
    const { user_version: version } = this.row('PRAGMA user_version');
    if (application !== VAULT_APPLICATION_ID && tables !== 0)
      throw new VaultFileRefused(this.path, 'this is another database, not a vault. Name another file.');
    if (typeof version === 'number' && version > SCHEMA_VERSION)
      throw new VaultFileRefused(this.path, 'this vault was written by a newer version of Accord. Use that version.');
    // Before the write-ahead log exists: it gets the mode of the file.
    chmodSync(this.path, 0o600);
    this.db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY',
    );
    if (application !== VAULT_APPLICATION_ID) this.create();
    this.upgrade();
    this.finishForgetting();
    this.db.exec(`PRAGMA busy_timeout = ${String(BUSY_MS)}`);
  }

  /** A mark may also be that of a process which is at it right now; whoever forgets or starts next finishes what is left. */
  private finishForgetting(): void {
    if (this.row('SELECT pending FROM purge')['pending'] !== 1) return;
    try {
      this.purge();
    } catch (error) {
      if (!(error instanceof VaultNotPurged)) throw error;
    }
  }

  private create(): void {
    this.transaction(() => {
      // Another process may have created it while this one waited for the lock.
      if (this.row('PRAGMA application_id')['application_id'] === VAULT_APPLICATION_ID) return;
      this.db.exec(SCHEMA);
      this.db.exec(
        `PRAGMA application_id = ${String(VAULT_APPLICATION_ID)}; PRAGMA user_version = ${String(SCHEMA_VERSION)}`,
      );
    });
  }

  private upgrade(): void {
    if (this.version() === SCHEMA_VERSION) return;
    this.transaction(() => {
      // Another process may have upgraded it while this one waited for the lock.
      for (let version = this.version() + 1; version <= SCHEMA_VERSION; version += 1) {
        this.db.exec(UPGRADES.get(version) ?? '');
        this.db.exec(`PRAGMA user_version = ${String(version)}`);
      }
    });
  }

  private version(): number {
    return Number(this.row('PRAGMA user_version')['user_version']);
  }

  private purge(): void {
    try {
      this.db.exec('VACUUM');
    } catch (error) {
      if (isBusy(error)) throw new VaultNotPurged(this.path, { cause: error });
      throw error;
    }
    if (this.row('PRAGMA wal_checkpoint(TRUNCATE)')['busy'] !== 0) throw new VaultNotPurged(this.path);
    this.prepare('UPDATE purge SET pending = 0').run();
  }

  private row(sql: string): Readonly<Record<string, unknown>> {
    return this.prepare(sql).get() as Readonly<Record<string, unknown>>;
  }
}

/** Creates the file for its owner only before the driver can create it for everybody. */
function prepareFile(path: string): void {
  const head = Buffer.alloc(SQLITE_HEADER.length);
  let bytes: number;
  try {
    const file = openSync(path, 'a+', 0o600);
    try {
      bytes = readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new VaultFileRefused(path, 'the file cannot be opened for reading and writing. Check folder and rights.', {
      cause: error,
    });
  }
  if (bytes > 0 && head.toString('latin1') !== SQLITE_HEADER)
    throw new VaultFileRefused(path, 'this is not a vault but some other file. Name another file.');
}
