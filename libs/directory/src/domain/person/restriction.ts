import type { CalendarDate } from '#calendar';
import type { PersonField } from './person-field.js';

/** A field that is kept but not used; without `until`, its last day, until further notice. */
export interface Restriction {
  readonly field: PersonField;
  readonly until?: CalendarDate;
}

/** What is restricted after some fields were: the last word counts for each. */
export function restricted(
  restrictions: readonly Restriction[],
  {
    fieldsRestricted,
    restrictedUntil,
  }: { readonly fieldsRestricted: readonly PersonField[]; readonly restrictedUntil?: CalendarDate },
): readonly Restriction[] {
  return [
    ...restrictions.filter(({ field }) => !fieldsRestricted.includes(field)),
    ...fieldsRestricted.map((field) => ({
      field,
      ...(restrictedUntil === undefined ? {} : { until: restrictedUntil }),
    })),
  ];
}

/** The fields that are restricted on a day (Art. 18 GDPR). */
export function restrictedFieldsOn(restrictions: readonly Restriction[], date: CalendarDate): readonly PersonField[] {
  return restrictions.filter(({ until }) => until === undefined || date <= until).map(({ field }) => field);
}
