import { Command } from 'commander';
import { openLogToRead } from '../copy/open-log.adapter.js';
import { eraseAgain } from '../backup/erase-again.adapter.js';
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
    .addHelpText(
      'after',
      "\nThe vault is where the server's settings put it: vault.db in the data folder, or in MongoDB beside the read models" +
        '\nwhen ACCORD_DOCUMENT_STORE names one.',
    )
    .action(run);
}

async function run({ log, dataDir, json }: EraseAgainOptions): Promise<void> {
  // Only here: the contexts bring Nest along, and every other command would wait for it.
  const { openVault, storePlacesFrom } = await import('#platform');
  const places = storePlacesFrom({ ...process.env, ACCORD_DATA_DIR: dataDir });
  const vault = await openVault(places);
  try {
    const { store } = await openLogToRead({ dataDir, ...(log === undefined ? {} : { log }) });
    try {
      const erased = await eraseAgain(store, vault.persons);
      const text = `${String(erased.length)} persons were back in the vault and have been erased again.`;
      process.stdout.write(`${json ? JSON.stringify({ erased }) : [text, ...erased].join('\n')}\n`);
    } finally {
      await store.close();
    }
  } finally {
    await vault.close();
  }
}
