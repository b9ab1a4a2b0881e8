import { addMonths, type CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import type { PersonEvent } from '../../../domain/person/events.js';
import type { PersonField } from '../../../domain/person/person-field.js';
import { fieldsLeft, personErased, registeredPerson } from '../../../domain/person/registered-person.js';
import type { PersonRejectionCode } from '../../../domain/person/rejections.js';
import type { PersonState } from '../../../domain/person/state.js';

/** A contact person asks to be forgotten (domain.md 2.10). `occurredOn` is the day on which the request arrived. */
export interface RequestErasure {
  readonly occurredOn?: CalendarDate;
  readonly legalBasis: string;
  /** All fields unless some are named. */
  readonly fields?: readonly PersonField[];
}

/** How long an answer to a request may take (Art. 12 III GDPR). */
export const ANSWER_MONTHS = 1;

/**
 * Records the request and when its answer is due: `NOT_FOUND`, `PERSON_ERASED` when nothing is left. A legal hold refuses
 * no request. Asked again while a request for the same is open, the first clock goes on.
 */
export function requestErasure(
  command: RequestErasure,
  state: PersonState,
  context: DecisionContext,
): Decision<PersonEvent, PersonRejectionCode> {
  const { occurredOn = context.today, legalBasis } = command;
  const found = registeredPerson(state, occurredOn, context);
  if ('refusal' in found) return found.refusal;
  const { person } = found;
  const left = fieldsLeft(person, command.fields);
  if (left.length === 0) return personErased(person);
  const fields = left.filter((field) => !person.erasureRequested.includes(field));
  if (fields.length === 0) return accepted();
  return accepted({
    type: 'PersonErasureRequested',
    occurredOn,
    data: { personId: person.personId, fields, legalBasis, dueOn: addMonths(occurredOn, ANSWER_MONTHS) },
  });
}
