import { isInOneOf } from '#event-sourcing';
import type { ConnectionLog } from './connection-watch.adapter.js';
import type { LogRecord } from './log-client.js';
import { isSystemRecord } from './stored-record.js';

/**
 * Reports the records that are left out because they are no JSON objects. Other applications may write what they like
 * and are mentioned once; a record in a stream of our own is damage and is named each time it is met.
 */
export class SkippedRecords {
  private hasMentionedOthers = false;

  /** `ownStreams` are name prefixes. */
  constructor(
    private readonly log: ConnectionLog | undefined,
    private readonly ownStreams: readonly string[],
  ) {}

  note(record: LogRecord): void {
    if (isSystemRecord(record)) return;
    const { type, streamId: stream, revision } = record;
    const fields = { type, stream, revision: String(revision) };
    if (isInOneOf(stream, this.ownStreams))
      this.log?.warn(fields, 'an event in a stream of ours is no JSON object: skipped');
    else if (!this.hasMentionedOthers) {
      this.hasMentionedOthers = true;
      this.log?.info(fields, 'another application writes events that are no JSON objects: they are skipped');
    }
  }
}
