import type { DomainEvent, Projection } from '#event-sourcing';

/** A build that is asked for. */
export interface RebuildRequest<Document extends object = object, Event extends DomainEvent = DomainEvent> {
  /** What it names is built once, however often and by however many processes it is asked for. */
  readonly id: string;
  /** The code to build with: of the same version or a higher one. By default the newest there is. */
  readonly projection?: Projection<Document, Event>;
  /** When it has caught up it waits for a promotion, instead of taking over. */
  readonly rehearse?: boolean;
}
