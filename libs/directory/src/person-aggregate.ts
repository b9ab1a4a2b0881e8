import type { Aggregate } from '#command-handling';
import type { PersonEvent } from './domain/person/events.js';
import { evolvePerson, initialPerson, type PersonState } from './domain/person/state.js';
import { personStream } from './domain/person/stream.js';
import type { ContactPerson } from './read-models/contact-persons/contact-person.js';
import { contactPersons } from './read-models/contact-persons/contact-persons.js';

/** A contact person as its commands see it (domain.md 2.1). */
export const personAggregate: Aggregate<PersonState, ContactPerson, PersonEvent> = {
  idPrefix: 'prs',
  stream: personStream,
  initial: initialPerson,
  evolve: evolvePerson,
  projection: contactPersons,
};

export type { ContactPerson };
