import { VaultUnavailable } from '../vault-errors.js';

const [BUSY, FULL] = [5, 13];

/** True when another process holds the lock, and has held it for as long as the driver waits. */
export function isBusy(error: unknown): boolean {
  return resultOf(error) === BUSY;
}

/** What the port's callers get for a fault of the driver; what does not pass stays as it is. */
export function vaultFault(error: unknown, path: string): unknown {
  const unavailable = (reason: string): VaultUnavailable =>
    new VaultUnavailable(`${path}: ${reason}`, { cause: error });
  if (isBusy(error)) return unavailable('another process is writing to the vault. Try again.');
  if (resultOf(error) === FULL) return unavailable('no space is left for the vault. Free some, then try again.');
  if (codeOf(error) === 'ERR_INVALID_STATE') return unavailable('the vault is closed.');
  return error;
}

/** SQLite's primary result code, `undefined` for an error that is not its own. */
function resultOf(error: unknown): number | undefined {
  const { errcode } = (error ?? {}) as { readonly errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : undefined;
}

function codeOf(error: unknown): unknown {
  return ((error ?? {}) as { readonly code?: unknown }).code;
}
