/**
 * A file cannot be used as an event store: another process writes to it, it is not ours, or it is damaged. The message is
 * one line that names the file and the way out; the file is left as it was.
 */
export class EventStoreFileRefused extends Error {
  override readonly name = 'EventStoreFileRefused';
  constructor(
    readonly path: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${path} ${reason}`, options);
  }
}
