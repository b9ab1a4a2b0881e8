import type { Document } from 'bson';
import type { Cursors } from './cursors.js';
import type { StoredDatabases } from './stored-databases.js';

/** What a command works on. */
export interface CommandContext {
  readonly databases: StoredDatabases;
  readonly cursors: Cursors;
  /** The answer to a hello, as this server would give it now. */
  readonly hello: () => Document;
}

/** Commands by name. Each answers, or throws `CommandFailed`. */
export type CommandTable = Readonly<Record<string, (command: Document, context: CommandContext) => Document>>;
