import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import type { ProjectionEvent } from '../../../domain/events.js';
import { parkedDocument } from '../../../domain/parked-document.js';
import type { ProjectionFacts } from '../../../domain/projection-facts.js';
import type { ProjectionRejectionCode } from '../../../domain/rejections.js';
import type { ProjectionControl } from '../../../domain/state.js';

/** Folds a parked document again. */
export interface RetryParkedDocument {
  readonly occurredOn?: CalendarDate;
  readonly key: string;
}

/** Retries a parked document: `NOT_FOUND`, `NOT_PARKED`. */
export function retryParkedDocument(
  { occurredOn, key }: RetryParkedDocument,
  _control: ProjectionControl,
  { today }: DecisionContext,
  facts: ProjectionFacts,
): Decision<ProjectionEvent, ProjectionRejectionCode> {
  const found = parkedDocument(key, facts);
  if ('refusal' in found) return found.refusal;
  return accepted({ type: 'ParkedDocumentRetried', occurredOn: occurredOn ?? today, data: { key } });
}
