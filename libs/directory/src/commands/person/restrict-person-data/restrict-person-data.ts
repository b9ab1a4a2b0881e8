import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import { refuseField } from '../../../domain/not-before-first-event.js';
import type { PersonEvent } from '../../../domain/person/events.js';
import type { PersonField } from '../../../domain/person/person-field.js';
import { fieldsLeft, personErased, registeredPerson } from '../../../domain/person/registered-person.js';
import type { PersonRejectionCode } from '../../../domain/person/rejections.js';
import type { PersonState } from '../../../domain/person/state.js';

/** Keeps personal data without using it any more (Art. 18 GDPR; domain.md 2.10). */
export interface RestrictPersonData {
  readonly occurredOn?: CalendarDate;
  readonly legalBasis: string;
  /** All fields unless some are named. */
  readonly fields?: readonly PersonField[];
  /** The last day; until further notice when it is not given. */
  readonly restrictedUntil?: CalendarDate;
}

/**
 * Restricts the fields that are not erased: `NOT_FOUND`, `PERSON_ERASED` when nothing is left, `VALIDATION_FAILED` for an
 * end in the past. What is restricted until the same day already changes nothing.
 */
export function restrictPersonData(
  command: RestrictPersonData,
  state: PersonState,
  context: DecisionContext,
): Decision<PersonEvent, PersonRejectionCode> {
  const { occurredOn = context.today, legalBasis, restrictedUntil } = command;
  const found = registeredPerson(state, occurredOn, context);
  if ('refusal' in found) return found.refusal;
  const { person } = found;
  if (restrictedUntil !== undefined && restrictedUntil < context.today)
    return refuseField(
      'restrictedUntil',
      'UNTIL_IN_PAST',
      `${restrictedUntil} lies in the past. Give a later day, or none.`,
    );
  const left = fieldsLeft(person, command.fields);
  if (left.length === 0) return personErased(person);
  const fieldsRestricted = left.filter(
    (field) => !person.restrictions.some((known) => known.field === field && known.until === restrictedUntil),
  );
  if (fieldsRestricted.length === 0) return accepted();
  return accepted({
    type: 'PersonDataRestricted',
    occurredOn,
    data: {
      personId: person.personId,
      fieldsRestricted,
      ...(restrictedUntil === undefined ? {} : { restrictedUntil }),
      legalBasis,
    },
  });
}
