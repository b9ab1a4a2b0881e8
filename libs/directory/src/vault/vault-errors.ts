/** The vault cannot be reached, is locked, full or closed. The same call may succeed later. */
export class VaultUnavailable extends Error {
  override readonly name = 'VaultUnavailable';
  readonly retryable = true;
}

/** What was erased is gone from every answer but may still stand in the file, because another process is reading it. */
export class VaultNotPurged extends Error {
  override readonly name = 'VaultNotPurged';
  readonly retryable = true;
  constructor(
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(`${path}: another process is reading the vault. Erase again to remove the last traces.`, options);
  }
}

/** A file that cannot be used as the vault; it is left as it is. */
export class VaultFileRefused extends Error {
  override readonly name = 'VaultFileRefused';
  constructor(
    readonly path: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${path}: ${reason}`, options);
  }
}
