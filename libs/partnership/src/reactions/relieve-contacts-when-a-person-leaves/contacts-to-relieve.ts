import type { CalendarDate } from '#calendar';
import type { PersonEventNamed, Side } from '#directory/domain';

/** A partnership with the responsible contacts it has. */
export interface WithContacts {
  readonly id: string;
  readonly contactOwn?: Contact;
  readonly contactPartner?: Contact;
}

interface Contact {
  readonly personId: string;
  readonly validFrom: CalendarDate;
}

/** What `RelieveContact` is sent for. */
export interface ContactToRelieve {
  readonly partnershipId: string;
  readonly side: Side;
  readonly personId: string;
  readonly endsOn: CalendarDate;
  readonly reason: 'LEFT' | 'OTHER';
}

/** A person whose duties end, from which day on, and why. */
export interface Leaving {
  readonly personId: string;
  readonly leftOn: CalendarDate;
  readonly reason: 'LEFT' | 'OTHER';
}

/**
 * Who leaves by an event: a person who left the company, or one who was forgotten, the same day (domain.md 2.10, 4);
 * `undefined` for an erasure that leaves the name usable.
 */
export function leavingOf(
  event: PersonEventNamed<'ContactPersonLeftCompany' | 'PersonDataErased'>,
): Leaving | undefined {
  if (event.type === 'ContactPersonLeftCompany') return { ...event.data, reason: 'LEFT' };
  const { personId, fieldsErased, fieldsRestricted } = event.data;
  if (![...fieldsErased, ...fieldsRestricted].includes('name')) return undefined;
  return { personId, leftOn: event.occurredOn, reason: 'OTHER' };
}

/**
 * Where a person who left has to be relieved (domain.md 2.12): from the day of leaving on, or from the first day of a
 * duty that would have begun only after it.
 */
export function contactsToRelieve(
  { personId, leftOn, reason }: Leaving,
  partnerships: readonly WithContacts[],
): readonly ContactToRelieve[] {
  return partnerships.flatMap(({ id, contactOwn, contactPartner }) =>
    (
      [
        ['OWN', contactOwn],
        ['PARTNER', contactPartner],
      ] as const
    ).flatMap(([side, contact]): readonly ContactToRelieve[] => {
      if (contact?.personId !== personId) return [];
      const endsOn = contact.validFrom > leftOn ? contact.validFrom : leftOn;
      return [{ partnershipId: id, side, personId, endsOn, reason }];
    }),
  );
}
