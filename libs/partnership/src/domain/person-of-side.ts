import type { CalendarDate } from '#calendar';
import type { PersonFacts, Side } from '#directory/domain';
import { type Rejected, rejected } from '#event-sourcing';

/** The facts of the persons a command names, by person id; a person who is not registered is not in it. */
export type KnownPersons = Readonly<Record<string, PersonFacts>>;

/**
 * Whether a person stands for a side on a day: registered for it, on the partner side with this partnership's company,
 * and not gone: `leftOn` is the first day without the person.
 */
export function isOfSide(person: PersonFacts, side: Side, companyId: string, on: CalendarDate): boolean {
  if (person.side !== side) return false;
  if (side === 'PARTNER' && person.companyId !== companyId) return false;
  return person.leftOn === undefined || on < person.leftOn;
}

/** The refusal of persons who are not registered, each with the input field that names them; `undefined` if all are. */
export function refuseUnknownPersons(
  persons: KnownPersons,
  named: readonly { readonly personId: string; readonly path: string }[],
): Rejected<'NOT_FOUND'> | undefined {
  const details = named
    .filter(({ personId }) => !Object.hasOwn(persons, personId))
    .map(({ personId, path }) => ({
      code: 'PERSON_UNKNOWN',
      path,
      message: `${path}: ${personId} is not registered. Use RegisterContactPerson first.`,
    }));
  if (details.length === 0) return undefined;
  return rejected('NOT_FOUND', 'A person is not registered. Register the person or name another one.', {
    details,
  });
}
