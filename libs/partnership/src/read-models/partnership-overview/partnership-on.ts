import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import { contactIntervalOn, initialPeople } from '../../domain/state/people.js';
import type { Partnership, ResponsibleContact } from './partnership.js';

/** The partnership with the contacts who are responsible on a day: a planned end counts from its day on. */
export function partnershipOn(partnership: Partnership, date: CalendarDate): Partnership {
  const people = {
    ...initialPeople,
    ...(partnership.contacts === undefined ? {} : { contacts: partnership.contacts }),
  };
  const contact = (side: Side): ResponsibleContact | undefined => contactIntervalOn(people, side, date);
  const [contactOwn, contactPartner] = [contact('OWN'), contact('PARTNER')];
  return {
    ...partnership,
    ...(contactOwn === undefined ? {} : { contactOwn }),
    ...(contactPartner === undefined ? {} : { contactPartner }),
  };
}
