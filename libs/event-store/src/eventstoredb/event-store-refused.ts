/**
 * The event store cannot be used as it is set up: a wrong connection string, refused credentials, an untrusted
 * certificate, a server that is too old or not there. The message is one line that names the setting and the way out and
 * never holds a password.
 */
export class EventStoreRefused extends Error {
  override readonly name = 'EventStoreRefused';
  constructor(reason: string, options?: ErrorOptions) {
    super(`ACCORD_EVENT_STORE ${reason}`, options);
  }
}
