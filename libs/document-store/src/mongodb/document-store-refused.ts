/**
 * MongoDB cannot be used as it is set: a wrong address, refused credentials, a certificate that is not trusted, a server
 * too old, a right that is missing. The message is one line that names the setting and the way out; the password is not
 * in it.
 */
export class DocumentStoreRefused extends Error {
  override readonly name = 'DocumentStoreRefused';
  constructor(
    /** The setting's value without user, password and options. */
    readonly address: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`ACCORD_DOCUMENT_STORE is "${address}": ${reason}`, options);
  }
}
