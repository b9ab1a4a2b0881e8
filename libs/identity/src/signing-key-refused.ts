/** A file cannot be used as the signing key of the embedded default. The message is one line with the way out. */
export class SigningKeyRefused extends Error {
  override readonly name = 'SigningKeyRefused';
  constructor(
    readonly path: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`The signing key ${path} ${reason}`, options);
  }
}
