import type { EventStore } from '#event-sourcing';
import { EventStoreRefused, openEventStoreDb, openSqliteEventStore } from '#event-store';
import { CommandFailed, ExitCode } from '../exit-code.js';
import type { NamedLog } from './copy-log.adapter.js';

/** The option that names a log. Only `--to` is written; a server may run on the others. */
export type LogOption = '--from' | '--to' | '--log';

/**
 * Opens the log that a URL names: `sqlite:<file>`, `esdb://…` or `kurrentdb://…`. Throws {@link CommandFailed} for any
 * other and for a server that refuses, and `EventStoreFileRefused`.
 */
export async function openLog(url: string, option: LogOption): Promise<NamedLog> {
  return { name: addressOf(url), store: await open(url, option) };
}

function open(url: string, option: LogOption): Promise<EventStore> {
  if (/^sqlite:.+/.test(url))
    return openSqliteEventStore({ path: url.slice('sqlite:'.length), readOnly: option !== '--to' });
  if (/^(esdb|kurrentdb)(\+discover)?:\/\//.test(url)) return openServer(url, option);
  throw new CommandFailed(
    `${option} is "${addressOf(url)}"; give sqlite:<file>, esdb://… or kurrentdb://….`,
    ExitCode.usage,
  );
}

async function openServer(connectionString: string, option: LogOption): Promise<EventStore> {
  try {
    return await openEventStoreDb({ connectionString });
  } catch (error) {
    if (!(error instanceof EventStoreRefused)) throw error;
    throw new CommandFailed(error.message.replace('ACCORD_EVENT_STORE', option));
  }
}

/** The URL as it may be printed: without user, password and options. */
function addressOf(url: string): string {
  return url.startsWith('sqlite:') ? url : url.replace(/\/\/.*@/s, '//').replace(/[?#].*$/s, '');
}
