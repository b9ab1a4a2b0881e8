import type { CalendarDate } from '#calendar';

/** The two sides of a partnership: the company that runs the system, and the other one. */
export const sides = ['OWN', 'PARTNER'] as const;
export type Side = (typeof sides)[number];

/** What other contexts need of a contact person to decide; never a name. */
export interface PersonFacts {
  readonly personId: string;
  readonly side: Side;
  /** The partner company; absent on the own side. */
  readonly companyId?: string;
  readonly leftOn?: CalendarDate;
  readonly erased: boolean;
  /** When the person was forgotten. */
  readonly erasedOn?: CalendarDate;
}

/** A time in which a partner manager is away: `until` is exclusive, absent while open. */
export interface Absence {
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  readonly deputyManagerId?: string;
}

/** What other contexts need of a partner manager to decide. */
export interface ManagerFacts {
  readonly managerId: string;
  readonly userId: string;
  /** Appointed and not dismissed. */
  readonly active: boolean;
  /** Partnerships one person can look after. */
  readonly capacity: number;
  readonly absences: readonly Absence[];
}
