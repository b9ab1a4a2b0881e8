import type { Position } from '#event-sourcing';
import type { Actor } from '#identity';

/** What one GraphQL request carries through all resolvers. */
export interface RequestContext {
  readonly actor: Actor;
  readonly correlationId: string;
  /** The position the client has seen (header `accord-position`): read models answer only from there on. */
  readonly seen: Position | undefined;
  /** The position of the last event this request has written. */
  written?: Position;
}
