import type { PersonVault } from './person-vault.js';
import type { TextVault } from './text-vault.js';

/** Both vaults of a process, in one place. */
export interface Vault {
  readonly persons: PersonVault;
  readonly texts: TextVault;
  /** Finishes what is in flight and releases the place. Later calls of the vaults are rejected with `VaultUnavailable`. */
  close(): Promise<void>;
}
