import type { CalendarDate } from '#calendar';
import { type DecisionContext, type Rejected, rejected, refuseFutureDate } from '#event-sourcing';
import { refuseBeforeFirstEvent } from '../not-before-first-event.js';
import { inVaultOrder, type PersonField, personFields } from './person-field.js';
import type { PersonRejectionCode } from './rejections.js';
import type { PersonState, RegisteredPerson } from './state.js';

/** The person a command is about, or why it cannot be: `NOT_FOUND`, or a date before the registration or after today (I-18). */
export function registeredPerson(
  { person }: PersonState,
  date: CalendarDate,
  { today }: DecisionContext,
  path = 'occurredOn',
): { readonly person: RegisteredPerson } | { readonly refusal: Rejected<PersonRejectionCode> } {
  if (person === undefined)
    return { refusal: rejected('NOT_FOUND', 'There is no contact person with this id. Use RegisterContactPerson.') };
  const refusal = refuseBeforeFirstEvent(person.registeredOn, date, path) ?? refuseFutureDate(date, today, path);
  return refusal === undefined ? { person } : { refusal };
}

/** The fields that a data-protection command is about and that are not erased yet; all of them unless some are named. */
export function fieldsLeft(
  { erasedFields }: RegisteredPerson,
  fields: readonly PersonField[] = personFields,
): readonly PersonField[] {
  return inVaultOrder(fields).filter((field) => !erasedFields.includes(field));
}

/** `PERSON_ERASED`: nothing is left of what the command is about. */
export function personErased({ personId }: RegisteredPerson): Rejected<'PERSON_ERASED'> {
  return rejected('PERSON_ERASED', `The data of ${personId} was erased. Register the person anew if they are needed.`);
}
