import type { CalendarDate } from '#calendar';
import type { ContactInterval } from '../../domain/state/people.js';

/** A time without a contact, `[from, until)`; open without an end. */
export interface Gap {
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
}

/** The times from a day on in which a side has no contact, in their order. `intervals` are in the order of their start. */
export function gapsOf(intervals: readonly ContactInterval[], watchedFrom: CalendarDate): readonly Gap[] {
  const gaps: Gap[] = [];
  let from: CalendarDate | undefined = watchedFrom;
  for (const { validFrom, validUntil } of intervals.filter(isHeld)) {
    if (from !== undefined && from < validFrom) gaps.push({ from, until: validFrom });
    from = validUntil === undefined || validUntil > watchedFrom ? validUntil : watchedFrom;
  }
  return from === undefined ? gaps : [...gaps, { from }];
}

/** A duty that ends on its first day was never held. */
function isHeld({ validFrom, validUntil }: ContactInterval): boolean {
  return validUntil === undefined || validFrom < validUntil;
}
