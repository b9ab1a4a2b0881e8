import type { CalendarDate } from '#calendar';
import type { PersonEventNamed, PersonFacts, Side } from '#directory/domain';

/** A time in which somebody is a responsible contact. */
export interface Duty {
  readonly partnershipId: string;
  readonly side: Side;
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
 * Who is gone by what is known of a person now: for somebody who was assigned while the event of leaving was on its way.
 * `undefined` for a person who is still there.
 */
export function alreadyGone(person: PersonFacts | undefined): Leaving | undefined {
  if (person === undefined) return undefined;
  const { personId, leftOn, erasedOn } = person;
  if (leftOn !== undefined) return { personId, leftOn, reason: 'LEFT' };
  return erasedOn === undefined ? undefined : { personId, leftOn: erasedOn, reason: 'OTHER' };
}

/**
 * Where a person who left has to be relieved (domain.md 2.12): from the day of leaving on, or from the first day of a
 * duty that would have begun only after it.
 */
export function contactsToRelieve(
  { personId, leftOn, reason }: Leaving,
  duties: readonly Duty[],
): readonly ContactToRelieve[] {
  return duties.map(({ partnershipId, side, validFrom }) => ({
    partnershipId,
    side,
    personId,
    endsOn: validFrom > leftOn ? validFrom : leftOn,
    reason,
  }));
}
