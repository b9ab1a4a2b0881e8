import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';

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
  readonly reason: 'LEFT';
}

/**
 * Where a person who left has to be relieved (domain.md 2.12): from the day of leaving on, or from the first day of a
 * duty that would have begun only after it.
 */
export function contactsToRelieve(
  { personId, leftOn }: { readonly personId: string; readonly leftOn: CalendarDate },
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
      return [{ partnershipId: id, side, personId, endsOn, reason: 'LEFT' }];
    }),
  );
}
