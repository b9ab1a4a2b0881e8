import type { DutyPeriod } from '#directory';
import type { ContactAssignment } from './contact-assignment.js';

/** From the first day of each person's first duty to the end of the last one; open while one of them is. */
export function dutyPeriods(
  duties: readonly Pick<ContactAssignment, 'personId' | 'validFrom' | 'validUntil'>[],
): ReadonlyMap<string, DutyPeriod> {
  const periods = new Map<string, DutyPeriod>();
  for (const { personId, validFrom, validUntil } of duties) {
    const period = { from: validFrom, ...(validUntil === undefined ? {} : { until: validUntil }) };
    const known = periods.get(personId);
    periods.set(personId, known === undefined ? period : joined(known, period));
  }
  return periods;
}

function joined(one: DutyPeriod, other: DutyPeriod): DutyPeriod {
  const from = one.from < other.from ? one.from : other.from;
  if (one.until === undefined || other.until === undefined) return { from };
  return { from, until: one.until > other.until ? one.until : other.until };
}
