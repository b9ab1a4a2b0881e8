import type { CalendarDate } from '#calendar';
import { allOf, type Filter } from '#document-store';
import type { Side } from '#directory';
import type { PartnershipStatus } from '../../domain/vocabulary.js';
import type { Vacancy } from './vacancy.js';

/** Which vacancies are wanted; what is absent does not matter. */
export interface VacanciesWanted {
  readonly side?: Side;
  readonly managerId?: string;
  readonly states?: readonly PartnershipStatus[];
}

/** The filter for the wanted sides that have no contact on a day. */
export function vacanciesFilter({ states, ...same }: VacanciesWanted, date: CalendarDate): Filter<Vacancy> {
  return allOf<Vacancy>({ ...same }, states === undefined ? undefined : { state: { $in: states } }, {
    $or: [within('gap', date), within('gapBefore', date)],
  });
}

function within(gap: 'gap' | 'gapBefore', date: CalendarDate): Filter<Vacancy> {
  return {
    [`${gap}.from`]: { $lte: date },
    $or: [{ [`${gap}.until`]: null }, { [`${gap}.until`]: { $gt: date } }],
  } as Filter<Vacancy>;
}
