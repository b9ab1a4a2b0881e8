/**
 * A process that works with a vault file: `vault-child <file> <name> <rounds>`. In each round it registers a person, seals
 * two texts and redacts the second; what is refused because another process is at it, it asks for again. At the end it
 * prints one line of JSON: the texts that it sealed and kept.
 */
import { isRetryable } from '#event-sourcing';
import type { SealedText } from '../domain/sealed-text.js';
import { openSqliteVault } from '../vault/sqlite/open-sqlite-vault.adapter.js';

const [path = '', name = '', rounds = ''] = process.argv.slice(2);
const vault = openSqliteVault(path);
const kept: SealedText[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const storedAt = new Date().toISOString();
  await persistently(() => vault.persons.register({ personId: `prs_${name}_${String(round)}`, name, storedAt }));
  const [sealed, gone] = await persistently(() => vault.texts.seal([`${name} ${String(round)}`, 'gone']));
  await persistently(() => vault.texts.redact(gone.keyId));
  const opened = await vault.texts.open([sealed, gone]);
  if (opened[0] !== `${name} ${String(round)}` || opened[1] !== undefined) throw new Error(`Opened ${String(opened)}.`);
  kept.push(sealed);
}
await vault.close();
process.stdout.write(JSON.stringify(kept));

async function persistently<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  for (;;)
    try {
      return await call();
    } catch (error) {
      if (!isRetryable(error)) throw error;
    }
}
