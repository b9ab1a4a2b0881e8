import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import type { PersonEvent } from '../../../domain/person/events.js';
import { inVaultOrder, type PersonField } from '../../../domain/person/person-field.js';
import { refuseDuplicate } from '../../../domain/person/refuse-duplicate.js';
import { personErased, registeredPerson } from '../../../domain/person/registered-person.js';
import type { PersonRejectionCode } from '../../../domain/person/rejections.js';
import type { PersonState } from '../../../domain/person/state.js';

/** Changes what the vault holds about a contact person (domain.md 2.7). */
export interface UpdateContactPersonData {
  readonly occurredOn?: CalendarDate;
  /** The fields that get new values in the vault. */
  readonly changedFields: readonly PersonField[];
}

/**
 * Records which fields of a contact person have new values: `NOT_FOUND`, `PERSON_ERASED` (a field that was erased stays so),
 * `PERSON_DUPLICATE` when the vault answered that somebody has the new mail address.
 */
export function updateContactPersonData(
  command: UpdateContactPersonData,
  state: PersonState,
  context: DecisionContext,
  facts: { readonly duplicateOf?: string },
): Decision<PersonEvent, PersonRejectionCode> {
  const { occurredOn = context.today } = command;
  const found = registeredPerson(state, occurredOn, context);
  if ('refusal' in found) return found.refusal;
  const { person } = found;
  const changedFields = inVaultOrder(command.changedFields);
  if (person.erased || changedFields.some((field) => person.erasedFields.includes(field))) return personErased(person);
  if (changedFields.length === 0) return accepted();
  return (
    refuseDuplicate(facts.duplicateOf) ??
    accepted({
      type: 'ContactPersonDataUpdated',
      occurredOn,
      data: { personId: person.personId, changedFields },
    })
  );
}
