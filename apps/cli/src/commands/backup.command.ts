import { join } from 'node:path';
import { Command } from 'commander';
import { type BackupReport, type StoreFiles, writeBackup } from '../backup/write-backup.adapter.js';
import { CommandFailed } from '../exit-code.js';
import { dataDirOption, jsonOption } from '../options.js';

interface BackupOptions {
  readonly to: string;
  readonly dataDir: string;
  readonly json: boolean;
}

/** `accord backup`: a verified copy of the embedded stores, also while a server runs on them. */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'Copies the embedded log and the person vault into a new folder, while a server runs, and verifies it.',
    )
    .requiredOption('--to <folder>', 'the new folder; a server can use it as its data folder')
    .addOption(dataDirOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nThe signing key is not copied: a backup must not make tokens. A backup holds personal data, also of those who are' +
        '\nerased after it; docs/operations.md says how to restore it without bringing them back.',
    )
    .action(backUp);
}

async function backUp({ to, dataDir, json }: BackupOptions): Promise<void> {
  const say = (what: string): void => {
    if (!json) process.stderr.write(`${what}\n`);
  };
  const report = await writeBackup(await embeddedFiles(dataDir, say), to, say);
  process.stdout.write(`${json ? JSON.stringify(report) : reportText(report)}\n`);
}

/** What the server's settings keep in files. */
async function embeddedFiles(dataDir: string, say: (what: string) => void): Promise<StoreFiles> {
  // Only here: the contexts bring Nest along, and every other command would wait for it.
  const { storePlacesFrom } = await import('#platform');
  const { eventStore, documentStore } = storePlacesFrom({ ...process.env, ACCORD_DATA_DIR: dataDir });
  const log = eventStore.kind === 'sqlite' ? eventStore.path : undefined;
  const vault = documentStore.kind === 'memory' ? join(dataDir, 'vault.db') : undefined;
  if (log === undefined && vault === undefined)
    throw new CommandFailed(
      'ACCORD_EVENT_STORE and ACCORD_DOCUMENT_STORE name servers: the log and the vault are backed up there.',
    );
  if (log === undefined) say('ACCORD_EVENT_STORE names a server, where the log is backed up; this is the vault alone.');
  if (vault === undefined)
    say('ACCORD_DOCUMENT_STORE names a server, where the vault is backed up; this is the log alone.');
  return { ...(log === undefined ? {} : { log }), ...(vault === undefined ? {} : { vault }) };
}

function reportText({ folder, takenAt, log, vault }: BackupReport): string {
  const parts = [
    ...(log ? [`${String(log.events)} events in ${String(log.streams)} streams`] : []),
    ...(vault ? ['the person vault'] : []),
  ];
  const bytes = (log?.bytes ?? 0) + (vault?.bytes ?? 0);
  return `${folder} holds ${parts.join(' and ')} as of ${takenAt}: ${String(Math.ceil(bytes / 1024))} KiB, verified.`;
}
