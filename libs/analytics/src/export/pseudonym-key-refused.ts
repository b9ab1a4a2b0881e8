/** A file cannot be used as the key of pseudonyms. The message is one line with the way out. */
export class PseudonymKeyRefused extends Error {
  override readonly name = 'PseudonymKeyRefused';
  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`The key of pseudonyms ${path} ${reason}`, options);
  }
}
