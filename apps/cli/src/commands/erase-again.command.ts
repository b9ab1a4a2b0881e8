import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { openLog } from '../copy/open-log.adapter.js';
import { eraseAgain } from '../backup/erase-again.adapter.js';
import { CommandFailed } from '../exit-code.js';
import { embeddedLogFile } from '../log-file.adapter.js';
import { dataDirOption, jsonOption } from '../options.js';

interface EraseAgainOptions {
  readonly log?: string;
  readonly dataDir: string;
  readonly json: boolean;
}

/** `accord erase-again`: after a vault was restored, erases in it what the log calls erased. */
export function eraseAgainCommand(): Command {
  return new Command('erase-again')
    .description('After a person vault was restored: erases in it whatever the log says was erased. Repeatable.')
    .option('--log <url>', "the log, as for accord copy; by default the one that the server's settings name")
    .addOption(dataDirOption())
    .addOption(jsonOption())
    .action(run);
}

async function run({ log, dataDir, json }: EraseAgainOptions): Promise<void> {
  const vaultFile = join(dataDir, 'vault.db');
  if (!existsSync(vaultFile))
    throw new CommandFailed(`${vaultFile} does not exist. Name the server's data folder with --data-dir.`);
  const embedded = embeddedLogFile(dataDir);
  const named = embedded === undefined ? process.env['ACCORD_EVENT_STORE'] : `sqlite:${embedded}`;
  // Only here: the context brings Nest along, and every other command would wait for it.
  const { openSqliteVault } = await import('#directory');
  const { store } = await openLog(log ?? named ?? '', '--log');
  try {
    const vault = openSqliteVault(vaultFile);
    try {
      const erased = await eraseAgain(store, vault.persons);
      const text = `${String(erased.length)} persons were back in the vault and have been erased again.`;
      process.stdout.write(`${json ? JSON.stringify({ erased }) : [text, ...erased].join('\n')}\n`);
    } finally {
      await vault.close();
    }
  } finally {
    await store.close();
  }
}
