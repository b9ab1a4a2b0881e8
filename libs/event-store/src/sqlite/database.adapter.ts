import { pathToFileURL } from 'node:url';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { EventStoreUnavailable } from '#event-sourcing';
import { EventStoreFileRefused } from './event-store-file-refused.js';
import { reasonOf } from './reason-of.js';

/** A connection to a SQLite file. Its interface is `node:sqlite`'s, so that a later Node needs no package. */
export type Database = DatabaseSyncInstance;

/** A prepared statement whose rows are arrays: half the cost of objects. */
export type Statement = StatementSyncInstance;

/** What a connection is for: `immutable` takes no locks and creates no side files, so it sees only the main file. */
export type Access = 'write' | 'read' | 'immutable';

/** How long one process waits for another's short lock (a recovery after a crash) before it gives up. */
const BUSY_MS = 5_000;

/** Opens a connection. Throws the driver's error; most faults show only at the first statement. */
export function connect(path: string, access: Access, timeout = BUSY_MS): Database {
  if (access === 'write') return new DatabaseSync(path, { timeout });
  const url = pathToFileURL(path);
  if (access === 'immutable') url.searchParams.set('immutable', '1');
  return new DatabaseSync(url, { readOnly: true, timeout });
}

/** Prepares a statement that returns rows as arrays. */
export function prepare(db: Database, sql: string): Statement {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}

/** The value in the first column of the first row that a statement finds; `undefined` when it finds none. */
export function firstValue(
  statement: Statement,
  ...parameters: (string | number)[]
): string | number | null | undefined {
  const [row] = statement.all(...parameters) as readonly (readonly [string | number | null])[];
  return row?.[0];
}

/** As {@link firstValue}, for numbers; SQL's null is 0. */
export function firstNumber(statement: Statement, ...parameters: (string | number)[]): number | undefined {
  const value = firstValue(statement, ...parameters);
  return value === undefined ? undefined : Number(value);
}

/** The number that a statement finds once; 0 when it finds none. */
export function numberOf(db: Database, sql: string): number {
  return firstNumber(prepare(db, sql)) ?? 0;
}

const CODES = { OTHER: 1, BUSY: 5, CORRUPT: 11, FULL: 13, NOT_A_DATABASE: 26 } as const;
const TEXTS: readonly (readonly [string, number])[] = [
  ['is locked', CODES.BUSY],
  ['malformed', CODES.CORRUPT],
  ['no such table', CODES.CORRUPT],
  ['no such column', CODES.CORRUPT],
  ['no such index', CODES.CORRUPT],
  ['is full', CODES.FULL],
  ['not a database', CODES.NOT_A_DATABASE],
];

/** True when another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === CODES.BUSY;
}

/**
 * Our error for a driver's: damage is {@link EventStoreFileRefused}, everything else {@link EventStoreUnavailable}. An
 * error that is not the driver's stays what it is.
 */
export function storeFault(error: unknown, path: string): Error {
  if (error instanceof Error && codeOf(error) === 0) return error;
  const reason = reasonOf(error);
  switch (codeOf(error)) {
    case CODES.CORRUPT:
    case CODES.NOT_A_DATABASE:
      return new EventStoreFileRefused(path, `is damaged (${reason}). Put it back from a backup.`, { cause: error });
    case CODES.FULL:
      return new EventStoreUnavailable(`No space is left for ${path}. Free some, then try again.`, { cause: error });
    default:
      return new EventStoreUnavailable(`${path} cannot be used: ${reason}.`, { cause: error });
  }
}

/** SQLite's primary result code, 0 for an error that is not the driver's. Some of its errors carry only the text. */
function codeOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 0;
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  if (typeof errcode === 'number' && errcode !== CODES.OTHER) return errcode & 0xff;
  if (code !== 'ERR_SQLITE_ERROR') return 0;
  const reason = reasonOf(error);
  return TEXTS.find(([text]) => reason.includes(text))?.[1] ?? CODES.OTHER;
}
