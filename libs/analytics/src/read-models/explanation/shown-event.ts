import type { EventMetadata } from '#event-sourcing';
import type { ExplainedEvent } from '../../explain/explained-event.js';

/** A reason that is one of a fixed list and no sentence of a person. */
const CODE = /^[A-Z][A-Z_]*$/;

/** Who recorded something, as far as the reader may know. */
export interface ShownActor extends Omit<EventMetadata['actor'], 'userId'> {
  readonly userId?: string;
}

/** An {@link ExplainedEvent} as a reader may see it. */
export interface ShownEvent extends Omit<ExplainedEvent, 'actor'> {
  readonly actor: ShownActor;
}

/** What an analyst gets: who recorded it only by role, and no sentence, which may name somebody (domain.md 2.4, 2.10). */
export function withoutNames(event: ExplainedEvent): ShownEvent {
  const { reason, ...rest } = event;
  const { roles, onBehalfOfSide } = event.actor;
  return {
    ...rest,
    actor: { roles, onBehalfOfSide },
    ...(reason !== undefined && CODE.test(reason) ? { reason } : {}),
  };
}
