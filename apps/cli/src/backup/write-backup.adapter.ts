import { existsSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { EventStore, Position } from '#event-sourcing';
import { copyDatabase, durableRename, openSqliteEventStore, verifyLog } from '#event-store';
import { CommandFailed, ExitCode } from '../exit-code.js';

/** The files of the embedded stores. What is missing is on a server and is backed up there. */
export interface StoreFiles {
  readonly log?: string;
  readonly vault?: string;
}

/** What a backup holds. Sizes are in bytes. */
export interface BackupReport {
  readonly folder: string;
  /** UTC. What was recorded later is not in it, and whoever was erased later is. */
  readonly takenAt: string;
  readonly log?: { readonly events: number; readonly streams: number; readonly head: Position; readonly bytes: number };
  readonly vault?: { readonly bytes: number };
}

/** The names that a data folder has for its files, whatever the files that are copied are called. */
const NAMES = { log: 'accord.db', vault: 'vault.db' };

/**
 * Copies the stores into a new folder, which a server can use as its data folder, while a server runs on them. The log
 * comes first: a text's key and an erasure are in the vault before the log tells of them, so the copy of the vault has
 * every key that the copy of the log needs and nothing that it calls erased. The folder gets its name only when all of
 * it has been verified.
 *
 * Throws {@link CommandFailed} or `EventStoreFileRefused` with one line for people; nothing is left.
 */
export async function writeBackup(files: StoreFiles, to: string, say: (what: string) => void): Promise<BackupReport> {
  const folder = resolve(to);
  if (existsSync(folder))
    throw new CommandFailed(
      `--to: ${folder} is there already and is not overwritten. Name a new folder.`,
      ExitCode.usage,
    );
  const draft = `${folder}.partial`;
  await rm(draft, { recursive: true, force: true });
  try {
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(draft, { mode: 0o700 });
    const takenAt = new Date().toISOString();
    const log = files.log === undefined ? undefined : await copyLogFile(files.log, join(draft, NAMES.log), say);
    const vault = files.vault === undefined ? undefined : await copyVault(files.vault, join(draft, NAMES.vault), say);
    durableRename(draft, folder);
    return { folder, takenAt, ...(log && { log }), ...(vault && { vault }) };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function copyLogFile(
  from: string,
  to: string,
  say: (what: string) => void,
): Promise<NonNullable<BackupReport['log']>> {
  // Opened first, because that says best what is wrong with a file that is no log.
  await (await openSqliteEventStore({ path: from, readOnly: true })).close();
  say(`Copying the log ${from}`);
  copyDatabase(from, to);
  say('Verifying the hash chains of the copy');
  const store = await openSqliteEventStore({ path: to, readOnly: true });
  try {
    const { events, streams } = await verified(store, from);
    return { events, streams, head: await store.head(), bytes: (await stat(to)).size };
  } finally {
    await store.close();
  }
}

async function verified(
  store: EventStore,
  from: string,
): Promise<{ readonly events: number; readonly streams: number }> {
  const { events, heads, breaks } = await verifyLog(store.readAll());
  const [first] = breaks;
  if (first !== undefined)
    throw new CommandFailed(
      `${from} was altered: ${String(breaks.length)} breaks of its hash chains, the first: ${first.message} Keep the earlier backups; this one was not written.`,
    );
  return { events, streams: heads.size };
}

async function copyVault(
  from: string,
  to: string,
  say: (what: string) => void,
): Promise<NonNullable<BackupReport['vault']>> {
  // Only here: the context brings Nest along, and every other command would wait for it.
  const { VAULT_APPLICATION_ID } = await import('#directory');
  say(`Copying the person vault ${from}`);
  if (copyDatabase(from, to) !== VAULT_APPLICATION_ID)
    throw new CommandFailed(`${from} is a database of another program, not a vault. Name the server's data folder.`);
  return { bytes: (await stat(to)).size };
}
