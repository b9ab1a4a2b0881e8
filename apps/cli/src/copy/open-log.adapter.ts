import { EventStoreRefused } from '#event-store';
import { CommandFailed, ExitCode } from '../exit-code.js';
import type { NamedLog } from './copy-log.adapter.js';

/** The option that names a log. Only `--to` is written; a server may run on the others. */
export type LogOption = '--from' | '--to' | '--log';

/**
 * Opens the log that a URL names: `sqlite:<file>`, `esdb://…` or `kurrentdb://…`. Throws {@link CommandFailed} for any
 * other and for a server that refuses, and `EventStoreFileRefused`.
 */
export async function openLog(url: string, option: LogOption): Promise<NamedLog> {
  // Only here: the contexts bring Nest along, and every other command would wait for it.
  const { ConfigurationInvalid, eventStoreNamed, openEventStore } = await import('#platform');
  try {
    const setting = eventStoreNamed(url, option);
    const { store } = await openEventStore(setting, { readOnly: option !== '--to' });
    return { name: setting.kind === 'sqlite' ? url : setting.address, store };
  } catch (error) {
    if (error instanceof ConfigurationInvalid) throw new CommandFailed(error.message, ExitCode.usage);
    if (error instanceof EventStoreRefused)
      throw new CommandFailed(error.message.replace('ACCORD_EVENT_STORE', option));
    throw error;
  }
}

/** What names the log that a command only reads. */
export interface LogToRead {
  /** As for {@link openLog}; absent: the log that the server's settings name. */
  readonly log?: string;
  /** Folder of the embedded stores. */
  readonly dataDir: string;
}

/** Opens the log that a command reads, beside the server that may be writing to it. Throws as {@link openLog} does. */
export async function openLogToRead({ log, dataDir }: LogToRead): Promise<NamedLog> {
  if (log !== undefined) return openLog(log, '--log');
  const { openEventStore, storePlacesFrom } = await import('#platform');
  const { eventStore } = storePlacesFrom({ ...process.env, ACCORD_DATA_DIR: dataDir });
  const { store } = await openEventStore(eventStore, { readOnly: true });
  return { name: eventStore.kind === 'sqlite' ? eventStore.path : eventStore.address, store };
}
