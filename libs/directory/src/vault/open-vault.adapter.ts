import type { PersonVault } from './person-vault.js';
import { SqlitePersonVault } from './sqlite-person-vault.adapter.js';
import { SqliteTextVault } from './sqlite-text-vault.adapter.js';
import type { TextVault } from './text-vault.js';
import { VaultDatabase } from './vault-database.adapter.js';

/** Both vaults of a process, in one file. */
export interface Vault {
  readonly persons: PersonVault;
  readonly texts: TextVault;
  /** Releases the file; later calls of the vaults fail. */
  close(): void;
}

/**
 * Opens the file with all personal data and all keys, creating it for its owner only; the folder must exist. `:memory:`
 * forgets everything at `close`. Throws `VaultFileRefused` with one line for people.
 */
export function openVault(path: string): Vault {
  const database = new VaultDatabase(path);
  const texts = new SqliteTextVault(database);
  return {
    persons: new SqlitePersonVault(database),
    texts,
    close: () => {
      texts.finish();
      database.close();
    },
  };
}
