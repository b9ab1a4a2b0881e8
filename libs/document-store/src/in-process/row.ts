import type { Position } from '#event-sourcing';

/**
 * The one record of an id in a collection: indexes point at it, and a write changes it in place (the document itself is
 * never changed). Deleted documents keep theirs.
 */
export interface Row<Document extends object = object> {
  readonly id: string;
  document: Document | undefined;
  position: Position;
}
