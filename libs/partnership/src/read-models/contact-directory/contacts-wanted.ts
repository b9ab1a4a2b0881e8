import type { CalendarDate } from '#calendar';
import { allOf, type Filter } from '#document-store';
import type { Side } from '#directory';
import type { ContactAssignment } from './contact-assignment.js';

/** Which times of duty are wanted; what is absent does not matter. */
export interface ContactsWanted {
  readonly partnershipId?: string;
  readonly side?: Side;
  readonly personId?: string;
  /** Only those that include this day. */
  readonly currentOn?: CalendarDate;
}

/** The filter for the wanted times of duty: from the first day on, without the day on which the duty ends. */
export function contactsFilter({ currentOn, ...same }: ContactsWanted): Filter<ContactAssignment> {
  return allOf<ContactAssignment>(
    { ...same },
    currentOn === undefined
      ? undefined
      : { validFrom: { $lte: currentOn }, $or: [{ validUntil: null }, { validUntil: { $gt: currentOn } }] },
  );
}
