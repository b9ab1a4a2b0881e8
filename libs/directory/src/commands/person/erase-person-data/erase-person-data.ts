import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import type { PersonEvent } from '../../../domain/person/events.js';
import { fieldsUnderRetention, type PersonField } from '../../../domain/person/person-field.js';
import { fieldsLeft, personErased, registeredPerson } from '../../../domain/person/registered-person.js';
import type { PersonRejectionCode } from '../../../domain/person/rejections.js';
import type { PersonState, RegisteredPerson } from '../../../domain/person/state.js';

/** Erases what the vault holds about a contact person (domain.md 2.10). */
export interface ErasePersonData {
  readonly occurredOn?: CalendarDate;
  readonly legalBasis: string;
  /** All fields unless some are named. */
  readonly fields?: readonly PersonField[];
}

/** What an erasure needs of other streams. */
export interface ErasePersonDataFacts {
  /** The last day of the retention duty of a person who declared a consent to an end or signed an agreement. */
  readonly retentionUntil?: CalendarDate;
}

/**
 * Erases the fields, but restricts name and function while a retention duty runs: `fieldsErased` are those that the vault
 * has to forget now. `NOT_FOUND`, `PERSON_ERASED` when nothing is left, `LEGAL_HOLD` when nothing may go yet. That the person
 * is a responsible contact refuses nothing: the assignment ends the same day (domain.md 2.10, 4).
 */
export function erasePersonData(
  command: ErasePersonData,
  state: PersonState,
  context: DecisionContext,
  facts: ErasePersonDataFacts,
): Decision<PersonEvent, PersonRejectionCode> {
  const { occurredOn = context.today, legalBasis } = command;
  const found = registeredPerson(state, occurredOn, context);
  if ('refusal' in found) return found.refusal;
  const { person } = found;
  const left = fieldsLeft(person, command.fields);
  if (left.length === 0) return personErased(person);
  const until = retentionOf(person, facts.retentionUntil, context.today);
  const fieldsRestricted = until === undefined ? [] : left.filter((field) => fieldsUnderRetention.includes(field));
  const fieldsErased = left.filter((field) => !fieldsRestricted.includes(field));
  if (until !== undefined && fieldsErased.length === 0) return legalHold(fieldsRestricted, until);
  return accepted({
    type: 'PersonDataErased',
    occurredOn,
    data: {
      personId: person.personId,
      fieldsErased,
      fieldsRestricted,
      ...(until === undefined || fieldsRestricted.length === 0 ? {} : { restrictedUntil: until }),
      legalBasis,
    },
  });
}

/** The last day of the duty to keep name and function: as the facts say, or as it was recorded; the later of the two. */
function retentionOf(
  { restrictions }: RegisteredPerson,
  retentionUntil: CalendarDate | undefined,
  today: CalendarDate,
): CalendarDate | undefined {
  const recorded = restrictions
    .filter(({ field }) => fieldsUnderRetention.includes(field))
    .flatMap(({ until }) => (until === undefined ? [] : [until]));
  return [...recorded, ...(retentionUntil === undefined ? [] : [retentionUntil])]
    .filter((until) => today <= until)
    .sort()
    .at(-1);
}

function legalHold(fields: readonly PersonField[], until: CalendarDate): Rejected<'LEGAL_HOLD'> {
  return rejected(
    'LEGAL_HOLD',
    `A retention duty keeps this data until ${until}. Use RestrictPersonData now, and ErasePersonData after that day.`,
    { details: fields.map((field) => ({ code: 'LEGAL_HOLD', path: 'fields', message: `${field} until ${until}` })) },
  );
}
