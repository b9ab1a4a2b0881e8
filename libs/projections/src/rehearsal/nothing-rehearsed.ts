/** There is nothing to compare with what is read: no build beside it, or (`retryable`) one that has yet to catch up with the log. */
export class NothingRehearsed extends Error {
  override readonly name = 'NothingRehearsed';
  constructor(
    message: string,
    readonly retryable: boolean,
  ) {
    super(message);
  }
}
