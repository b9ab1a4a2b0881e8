import type { CalendarDate } from '#calendar';
import type { PersonFacts, Side } from '../facts.js';
import type { PersonEvent, PersonEventNamed } from './events.js';
import { inVaultOrder, type PersonField } from './person-field.js';

/** A field that is kept but not used; without `until` until further notice. */
export interface Restriction {
  readonly field: PersonField;
  readonly until?: CalendarDate;
}

/** A contact person who is registered. */
export interface RegisteredPerson {
  readonly personId: string;
  readonly side: Side;
  readonly companyId?: string;
  readonly registeredOn: CalendarDate;
  readonly leftOn?: CalendarDate;
  /** The fields of an erasure request that is not yet carried out. */
  readonly erasureRequested: readonly PersonField[];
  readonly erasedFields: readonly PersonField[];
  readonly restrictions: readonly Restriction[];
  /** The person was forgotten: the name is gone, or kept for nothing but a retention duty. */
  readonly erased: boolean;
  readonly erasedOn?: CalendarDate;
}

/** What the decisions of a contact person know; empty while there is none. */
export interface PersonState {
  readonly person?: RegisteredPerson;
}

/** A contact person who is not registered. */
export const initialPerson: PersonState = {};

/** The contact person after an event. */
export function evolvePerson(state: PersonState, event: PersonEvent): PersonState {
  if (event.type === 'ContactPersonRegistered') return { person: registered(event) };
  return state.person === undefined ? state : { person: changed(state.person, event) };
}

/** What other contexts need of a contact person; `undefined` when nobody is registered. */
export function personFacts({ person }: PersonState): PersonFacts | undefined {
  if (person === undefined) return undefined;
  const { personId, side, companyId, leftOn, erased, erasedOn } = person;
  return {
    personId,
    side,
    ...(companyId === undefined ? {} : { companyId }),
    ...(leftOn === undefined ? {} : { leftOn }),
    erased,
    ...(erasedOn === undefined ? {} : { erasedOn }),
  };
}

function registered({ data, occurredOn }: PersonEventNamed<'ContactPersonRegistered'>): RegisteredPerson {
  return {
    personId: data.personId,
    side: data.side,
    ...(data.companyId === undefined ? {} : { companyId: data.companyId }),
    registeredOn: occurredOn,
    erasureRequested: [],
    erasedFields: [],
    restrictions: [],
    erased: false,
  };
}

function changed(
  person: RegisteredPerson,
  event: Exclude<PersonEvent, { type: 'ContactPersonRegistered' }>,
): RegisteredPerson {
  switch (event.type) {
    case 'ContactPersonDataUpdated':
      return person;
    case 'ContactPersonLeftCompany':
      return { ...person, leftOn: event.data.leftOn };
    case 'PersonErasureRequested':
      return { ...person, erasureRequested: inVaultOrder([...person.erasureRequested, ...event.data.fields]) };
    case 'PersonDataErased':
      return forgotten(person, event);
    case 'PersonDataRestricted':
      return { ...person, restrictions: restricted(person, event.data) };
  }
}

function forgotten(
  person: RegisteredPerson,
  { occurredOn, data }: PersonEventNamed<'PersonDataErased'>,
): RegisteredPerson {
  const done = [...data.fieldsErased, ...data.fieldsRestricted];
  const { erasedOn = done.includes('name') ? occurredOn : undefined } = person;
  return {
    ...person,
    erasureRequested: person.erasureRequested.filter((field) => !done.includes(field)),
    erasedFields: inVaultOrder([...person.erasedFields, ...data.fieldsErased]),
    restrictions: restricted(person, data).filter(({ field }) => !data.fieldsErased.includes(field)),
    erased: erasedOn !== undefined,
    ...(erasedOn === undefined ? {} : { erasedOn }),
  };
}

function restricted(
  { restrictions }: RegisteredPerson,
  { fieldsRestricted, restrictedUntil }: PersonEventNamed<'PersonDataRestricted'>['data'],
): readonly Restriction[] {
  return [
    ...restrictions.filter(({ field }) => !fieldsRestricted.includes(field)),
    ...fieldsRestricted.map((field) => ({
      field,
      ...(restrictedUntil === undefined ? {} : { until: restrictedUntil }),
    })),
  ];
}
