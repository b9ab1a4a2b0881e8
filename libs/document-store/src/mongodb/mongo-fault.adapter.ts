import {
  MongoClientClosedError,
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerClosedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';
import { DocumentStoreUnavailable } from '../document-store.js';
import { DocumentStoreRefused } from './document-store-refused.js';

/** Code of a write whose `_id`, or whose value of a unique index, is taken. */
export const DUPLICATE_KEY = 11_000;
/** Code of a write for which the disk has no room. */
export const OUT_OF_DISK_SPACE = 14_031;

const UNAUTHORIZED = 13;

/** Codes of what passes: another primary is elected, a server goes down or comes up, something took too long. */
const PASSING: ReadonlySet<number | string | undefined> = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  43, // CursorNotFound: the server was restarted between two batches
  50, // MaxTimeMSExpired
  64, // WriteConcernFailed: no majority in time
  89, // NetworkTimeout
  91, // ShutdownInProgress
  100, // UnsatisfiableWriteConcern
  133, // FailedToSatisfyReadPreference
  175, // QueryPlanKilled: the collection was dropped meanwhile
  189, // PrimarySteppedDown
  262, // ExceededTimeLimit
  9001, // SocketException
  10_058, // LegacyNotPrimary
  10_107, // NotWritablePrimary
  11_600, // InterruptedAtShutdown
  11_602, // InterruptedDueToReplStateChange
  13_435, // NotPrimaryNoSecondaryOk
  13_436, // NotPrimaryOrSecondary
]);

/** What the system says of a connection that breaks while a long message is written: the driver passes it on as it is. */
const BROKEN_CONNECTION: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT']);

/** Whether a write failed because an `_id`, or the value of a unique index, is taken. */
export function isKeyTaken(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

/** Upserts; once more where another process has inserted the same document meanwhile: then it is there to be updated. */
export async function upserted<Answer>(upsert: () => Promise<Answer>): Promise<Answer> {
  try {
    return await upsert();
  } catch (error) {
    if (isKeyTaken(error)) return upsert();
    throw error;
  }
}

/** The error behind a failed bulk write, which hides it. */
export function underlying(error: unknown): unknown {
  const behind = error instanceof MongoServerError ? (error.errorResponse as unknown) : undefined;
  return behind instanceof Error ? behind : error;
}

/** What the port's callers get for a fault of the driver; a fault that is neither MongoDB's nor the network's stays as it is. */
export function faultOf(caught: unknown, address: string): unknown {
  const error = underlying(caught);
  if (isBrokenConnection(error))
    return unavailable(`The connection to MongoDB at ${address} broke: ${error.message}`, error);
  if (!(error instanceof MongoError)) return error;
  if (error.code === OUT_OF_DISK_SPACE)
    return unavailable(`MongoDB at ${address} has no disk space left. Free some; nothing is lost meanwhile.`, error);
  if (error.code === UNAUTHORIZED) return new DocumentStoreRefused(address, missingRight(error), { cause: error });
  if (isOutage(error))
    return unavailable(`MongoDB at ${address} does not answer as it should: ${error.message}`, error);
  return error;
}

/** What to do about a user that is known but may not do what was asked. */
export function missingRight({ message }: MongoError): string {
  return `the user lacks a right (${message}). Grant the role readWrite on the database.`;
}

function isBrokenConnection(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && BROKEN_CONNECTION.has(error.code);
}

function isOutage(error: MongoError): boolean {
  return (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoNotConnectedError ||
    error instanceof MongoServerClosedError ||
    error instanceof MongoTopologyClosedError ||
    error instanceof MongoClientClosedError ||
    error.hasErrorLabel('RetryableWriteError') ||
    PASSING.has(error.code)
  );
}

function unavailable(message: string, cause: unknown): DocumentStoreUnavailable {
  return new DocumentStoreUnavailable(message, { cause });
}
