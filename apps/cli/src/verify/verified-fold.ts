import type { EventCodec, Position, Projection } from '#event-sourcing';
import { LogFold } from '#projections';
import type { PositionedDocument } from './document-comparison.js';

/** A projection folded afresh, with the position at which each document came to be as it is. */
export class VerifiedFold {
  readonly fold: LogFold;
  private readonly positions = new Map<string, Position>();

  constructor(projection: Projection, codec: EventCodec, isSkipped: (key: string, position: Position) => boolean) {
    this.fold = new LogFold({
      projection,
      codec,
      isSkipped,
      onChange: ({ key, event }) => this.positions.set(key, event.position),
    });
  }

  /** The documents that there are, by id. */
  get documents(): ReadonlyMap<string, object> {
    return this.fold.documents;
  }

  /** A document with its position; `undefined`: there is none. */
  get(key: string): PositionedDocument | undefined {
    const document = this.documents.get(key);
    const position = this.positions.get(key);
    return document === undefined || position === undefined ? undefined : { document, position };
  }

  /** The documents into which an event could not be folded. */
  get failed(): ReadonlySet<string> {
    return new Set(this.fold.failures.flatMap(({ key }) => key ?? []));
  }
}
