import type { Projection, Recorded } from '#event-sourcing';
import type { PersonEvent, PersonEventNamed } from '../../domain/person/events.js';
import { restricted } from '../../domain/person/restriction.js';
import { personIdOf } from '../../domain/person/stream.js';
import { ContactPerson } from './contact-person.js';

/** "Whom do we know, on which side, and what about their data?" Never a name: those are in the vault. */
export const contactPersons: Projection<ContactPerson, PersonEvent> = {
  name: 'contact-persons',
  version: 2,
  document: ContactPerson,
  key: (event) => personIdOf(event.stream),
  on: {
    ContactPersonRegistered: (_, { data, occurredOn, revision }) => {
      const { personId, changedFields: _fields, ...known } = data;
      return { id: personId, ...known, registeredOn: occurredOn, erased: false, revision: Number(revision) };
    },
    ContactPersonDataUpdated: change(() => ({})),
    ContactPersonLeftCompany: change(({ data: { leftOn } }) => ({ leftOn })),
    PersonErasureRequested: change(({ data: { dueOn } }) => ({ erasureDueOn: dueOn })),
    PersonDataErased: (person, event) => {
      if (person === undefined) return undefined;
      const { erasureDueOn: _done, ...rest } = person;
      const { fieldsErased, fieldsRestricted, restrictedUntil } = event.data;
      return {
        ...rest,
        erased: person.erased || fieldsErased.includes('name') || fieldsRestricted.includes('name'),
        ...(restrictedUntil === undefined ? {} : { restrictedUntil }),
        revision: Number(event.revision),
      };
    },
    PersonDataRestricted: (person, event) => {
      if (person === undefined) return undefined;
      const { restrictedUntil } = event.data;
      return {
        ...person,
        restrictions: restricted(person.restrictions ?? [], event.data),
        ...(restrictedUntil === undefined ? {} : { restrictedUntil }),
        revision: Number(event.revision),
      };
    },
  },
};

function change<Type extends PersonEvent['type']>(what: (event: PersonEventNamed<Type>) => Partial<ContactPerson>) {
  return (person: ContactPerson | undefined, event: Recorded<PersonEventNamed<Type>>): ContactPerson | undefined =>
    person === undefined ? undefined : { ...person, ...what(event), revision: Number(event.revision) };
}
