import { DatabaseSync } from '@photostructure/sqlite';
import type { EventToAppend } from '#event-sourcing';

/** A row of the log as SQLite stores it, apart from its position. */
export interface BareRow {
  readonly stream: number;
  readonly revision: number;
  readonly kind: number;
  readonly id: Buffer;
  readonly data: string;
  readonly metadata: string;
}

/** Turns events of known streams into rows, with everything prepared that can be. */
export function bareRow(event: EventToAppend, stream: number, revision: number): BareRow {
  return {
    stream,
    revision,
    kind: 1,
    id: Buffer.from(event.id.replaceAll('-', ''), 'hex'),
    data: JSON.stringify(event.data),
    metadata: JSON.stringify(event.metadata),
  };
}

/** Bare transactions on tables of the same form and with the same durability as the event store's. */
export interface BareLog {
  /** One durable transaction with these rows. */
  transaction(rows: readonly BareRow[]): void;
  close(): void;
}

/** Opens a bare log at `path`; tables and indexes are copied from the event store at `like`. */
export function openBareLog(path: string, like: string): BareLog {
  const model = new DatabaseSync(like, { readOnly: true });
  const schema = model
    .prepare("SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%'")
    .all() as {
    readonly sql: string;
  }[];
  model.close();
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000');
  db.exec('PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
  db.exec(schema.map(({ sql }) => sql).join(';\n'));
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const insert = db.prepare(
    'INSERT INTO events (position, stream, revision, kind, id, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  let position = 0;
  return {
    transaction: (rows) => {
      begin.run();
      for (const { stream, revision, kind, id, data, metadata } of rows) {
        position += 1;
        insert.run(position, stream, revision, kind, id, data, metadata);
      }
      commit.run();
    },
    close: () => {
      db.close();
    },
  };
}
