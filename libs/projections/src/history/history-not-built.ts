/** What is read at the moment keeps no earlier versions; the version that is being built does. The same call may succeed later. */
export class HistoryNotBuilt extends Error {
  override readonly name = 'HistoryNotBuilt';
  readonly retryable = true;
  constructor(projection: string) {
    super(
      `The documents of projection "${projection}" are still those of a version that kept no earlier ones. Ask again when ` +
        'the new version has caught up.',
    );
  }
}
