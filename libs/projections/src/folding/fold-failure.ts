import type { StoredEvent } from '#event-sourcing';

/** An event that could not be folded: into which document (absent: it could not be read, or gives no key), and why. */
export interface FoldFailure {
  readonly event: Pick<StoredEvent, 'type' | 'stream' | 'revision' | 'position'>;
  readonly key?: string;
  readonly error: string;
}

/** A failure in words: the event, where it stands in the log, the document, and what went wrong. */
export function failureText({ event, key, error }: FoldFailure): string {
  const { type, stream, revision, position } = event;
  const document = key === undefined ? '' : `, document "${key}"`;
  return `${type} at revision ${String(revision)} of "${stream}", position ${position}${document}: ${error}`;
}
