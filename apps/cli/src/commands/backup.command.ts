import { join } from 'node:path';
import { Command } from 'commander';
import { type BackupReport, writeBackup } from '../backup/write-backup.adapter.js';
import { embeddedLogFile } from '../log-file.adapter.js';
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
  const log = embeddedLogFile(dataDir);
  const say = (what: string): void => {
    if (!json) process.stderr.write(`${what}\n`);
  };
  if (log === undefined) say('ACCORD_EVENT_STORE names a server, where the log is backed up; this is the vault alone.');
  const files = { ...(log === undefined ? {} : { log }), vault: join(dataDir, 'vault.db') };
  const report = await writeBackup(files, to, say);
  process.stdout.write(`${json ? JSON.stringify(report) : reportText(report)}\n`);
}

function reportText({ folder, takenAt, log, vault }: BackupReport): string {
  const held =
    log === undefined
      ? 'the person vault'
      : `${String(log.events)} events in ${String(log.streams)} streams and the person vault`;
  const bytes = (log?.bytes ?? 0) + vault.bytes;
  return `${folder} holds ${held} as of ${takenAt}: ${String(Math.ceil(bytes / 1024))} KiB, verified.`;
}
