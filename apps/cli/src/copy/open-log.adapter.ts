import type { EventStore } from '#event-sourcing';
import { EventStoreRefused, openEventStoreDb, openSqliteEventStore } from '#event-store';
import { CommandFailed, ExitCode } from '../exit-code.js';
import type { NamedLog } from './copy-log.adapter.js';

/** Which end of a copy a log is: the source is only read, so a server may run on it. */
export type CopyEnd = '--from' | '--to';

/**
 * Opens the log that a URL names: `sqlite:<file>`, `esdb://…` or `kurrentdb://…`. Throws {@link CommandFailed} for any
 * other and for a server that refuses, and `EventStoreFileRefused`.
 */
export async function openLog(url: string, end: CopyEnd): Promise<NamedLog> {
  return { name: addressOf(url), store: await open(url, end) };
}

function open(url: string, end: CopyEnd): Promise<EventStore> {
  if (/^sqlite:.+/.test(url))
    return openSqliteEventStore({ path: url.slice('sqlite:'.length), readOnly: end === '--from' });
  if (/^(esdb|kurrentdb)(\+discover)?:\/\//.test(url)) return openServer(url, end);
  throw new CommandFailed(
    `${end} is "${addressOf(url)}"; give sqlite:<file>, esdb://… or kurrentdb://….`,
    ExitCode.usage,
  );
}

async function openServer(connectionString: string, end: CopyEnd): Promise<EventStore> {
  try {
    return await openEventStoreDb({ connectionString });
  } catch (error) {
    if (!(error instanceof EventStoreRefused)) throw error;
    throw new CommandFailed(error.message.replace('ACCORD_EVENT_STORE', end));
  }
}

/** The URL as it may be printed: without user, password and options. */
function addressOf(url: string): string {
  return url.startsWith('sqlite:') ? url : url.replace(/\/\/.*@/s, '//').replace(/[?#].*$/s, '');
}
