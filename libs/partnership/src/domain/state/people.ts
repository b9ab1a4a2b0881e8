import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import type { ChapterFold } from './chapter-fold.js';

/** A time in which a person is the responsible contact of a side: `[validFrom, validUntil)`, open without an end. */
export interface ContactInterval {
  readonly personId: string;
  readonly validFrom: CalendarDate;
  readonly validUntil?: CalendarDate;
  /** When the person accepted the duty. */
  readonly acceptedOn?: CalendarDate;
}

/** A partner manager and the first day of the duty; it lasts until the next one's first day. */
export interface ManagerAssignment {
  readonly managerId: string;
  readonly from: CalendarDate;
}

/** What decisions need to know of: partner manager and responsible contacts of both sides. */
export interface PeopleState {
  /** In the order of their `from`. */
  readonly managers: readonly ManagerAssignment[];
  /** In the order of their `validFrom`; intervals of one side never overlap (I-04). */
  readonly contacts: Readonly<Record<Side, readonly ContactInterval[]>>;
}

export const initialPeople: PeopleState = { managers: [], contacts: { OWN: [], PARTNER: [] } };

export const foldPeople = {
  PartnerManagerAssigned: (state, { data }) => withManager(state, data),
  PartnerManagerReassigned: (state, { data }) => withManager(state, data),
  ContactAssigned: (state, { data: { side, ...assigned } }) => {
    const { personId, validFrom } = assigned;
    const known = assignedInterval(state, side, personId, validFrom);
    const others = state.contacts[side].filter((interval) => interval !== known);
    return withContacts(
      state,
      side,
      [...others, { ...known, ...assigned }].sort(
        (one, other) => Number(one.validFrom > other.validFrom) - Number(one.validFrom < other.validFrom),
      ),
    );
  },
  ContactRelieved: (state, { data: { side, personId, endsOn } }) =>
    withContacts(
      state,
      side,
      state.contacts[side].map((interval) =>
        interval.personId === personId && isValidOn(interval, endsOn) ? { ...interval, validUntil: endsOn } : interval,
      ),
    ),
} satisfies ChapterFold<PeopleState>;

/** The duty of a side's responsible contact that includes a day; `undefined` is a vacancy. */
export function contactIntervalOn(people: PeopleState, side: Side, date: CalendarDate): ContactInterval | undefined {
  return people.contacts[side].find((interval) => isValidOn(interval, date));
}

/** The duty of a person that began on a day and was held: assigned again, it is the same one, now confirmed. */
export function assignedInterval(
  people: PeopleState,
  side: Side,
  personId: string,
  validFrom: CalendarDate,
): ContactInterval | undefined {
  return people.contacts[side].find(
    (interval) => interval.personId === personId && interval.validFrom === validFrom && isValidOn(interval, validFrom),
  );
}

/** The person who is the responsible contact of a side on a day; `undefined` is a vacancy. */
export function responsibleContactOn(people: PeopleState, side: Side, date: CalendarDate): string | undefined {
  return contactIntervalOn(people, side, date)?.personId;
}

/** The partner manager who has the duty on a day (I-06); `undefined` before the first one. */
export function partnerManagerOn(people: PeopleState, date: CalendarDate): string | undefined {
  return people.managers.findLast(({ from }) => from <= date)?.managerId;
}

/** True on the days of a half-open interval `[validFrom, validUntil)`. */
export function isValidOn(interval: ContactInterval, date: CalendarDate): boolean {
  return interval.validFrom <= date && (interval.validUntil === undefined || date < interval.validUntil);
}

function withManager(state: PeopleState, { managerId, from }: ManagerAssignment): PeopleState {
  return { ...state, managers: [...state.managers, { managerId, from }] };
}

function withContacts(state: PeopleState, side: Side, intervals: readonly ContactInterval[]): PeopleState {
  return { ...state, contacts: { ...state.contacts, [side]: intervals } };
}
