import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import type { PersonEvent } from '../../../domain/person/events.js';
import { registeredPerson } from '../../../domain/person/registered-person.js';
import type { PersonRejectionCode } from '../../../domain/person/rejections.js';
import type { PersonState } from '../../../domain/person/state.js';

/**
 * Records that a contact person left the company (domain.md 2.7). `leftOn` is the first day on which the person no longer
 * counts: intervals are half-open (domain.md 2.1), and the vacancy begins on that day.
 */
export interface RecordPersonLeftCompany {
  readonly leftOn: CalendarDate;
}

/**
 * Records from when on a contact person is gone: `NOT_FOUND`, `VALIDATION_FAILED` before the registration. Losing a contact is
 * never refused (I-05). The same day again changes nothing, another one replaces it.
 */
export function recordPersonLeftCompany(
  { leftOn }: RecordPersonLeftCompany,
  state: PersonState,
  context: DecisionContext,
): Decision<PersonEvent, PersonRejectionCode> {
  const found = registeredPerson(state, leftOn, context, 'leftOn');
  if ('refusal' in found) return found.refusal;
  const { person } = found;
  if (person.leftOn === leftOn) return accepted();
  return accepted({
    type: 'ContactPersonLeftCompany',
    occurredOn: leftOn,
    data: { personId: person.personId, leftOn },
  });
}
