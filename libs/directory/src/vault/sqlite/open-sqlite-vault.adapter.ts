import type { Vault } from '../vault.js';
import { SqlitePersonVault } from './sqlite-person-vault.adapter.js';
import { SqliteTextVault } from './sqlite-text-vault.adapter.js';
import { VaultDatabase } from './vault-database.adapter.js';

/**
 * Opens the file with all personal data and all keys, creating it for its owner only; the folder must exist. Processes of
 * one host may have it open at once. Throws `VaultFileRefused` with one line for people.
 */
export function openSqliteVault(path: string): Vault {
  const database = new VaultDatabase(path);
  const texts = new SqliteTextVault(database);
  return {
    persons: new SqlitePersonVault(database),
    texts,
    close: () =>
      database.answer(() => {
        texts.finish();
        database.close();
      }),
  };
}
