import type { Vault } from '../vault/vault.js';

/** A fresh, empty vault, and what removes it again. */
export interface VaultUnderTest {
  readonly vault: Vault;
  /** The same vault, opened as by another process; `dispose` closes it. */
  another(): Promise<Vault>;
  dispose(): Promise<void>;
}
