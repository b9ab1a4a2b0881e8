import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import type { ProjectionEvent } from '../../../domain/events.js';
import { parkedDocument } from '../../../domain/parked-document.js';
import type { ProjectionFacts } from '../../../domain/projection-facts.js';
import type { ProjectionRejectionCode } from '../../../domain/rejections.js';
import type { ProjectionControl } from '../../../domain/state.js';

/** Passes over the event at which a document is parked. */
export interface SkipParkedEvent {
  readonly occurredOn?: CalendarDate;
  readonly key: string;
  /** Why the document may be without this event: it is read by auditors. */
  readonly reason: string;
}

/** Skips the event at which a document is parked, for this document: `NOT_FOUND`, `NOT_PARKED`. */
export function skipParkedEvent(
  { occurredOn, key, reason }: SkipParkedEvent,
  _control: ProjectionControl,
  { today }: DecisionContext,
  facts: ProjectionFacts,
): Decision<ProjectionEvent, ProjectionRejectionCode> {
  const found = parkedDocument(key, facts);
  if ('refusal' in found) return found.refusal;
  const { position, type } = found.parked;
  return accepted({
    type: 'ParkedEventSkipped',
    occurredOn: occurredOn ?? today,
    data: { key, position, type, reason },
  });
}
