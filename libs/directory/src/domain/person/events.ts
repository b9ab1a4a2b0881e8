// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import type { EventDefinitions, EventNamed, EventOf } from '#event-sourcing';
import { z } from 'zod';
import { calendarDate, freeText, id, personId } from '#event-fields';
import { sides } from '../facts.js';
import { personFields } from './person-field.js';

const fields = z.array(z.enum(personFields)).readonly();
const legalBasis = freeText(300);

/** The events of a contact person's stream (domain.md 2.11): fields by name, never a name or an address (I-20). */
export const personEvents = {
  ContactPersonRegistered: {
    version: 1,
    meaning: 'A contact person of one side became known; the vault holds the named fields on the stated legal basis.',
    data: z
      .strictObject({
        personId,
        side: z.enum(sides),
        companyId: id('cmp').exactOptional(),
        changedFields: fields,
        legalBasis,
        informationNoticeSentOn: calendarDate.exactOptional(),
      })
      .readonly(),
  },
  ContactPersonDataUpdated: {
    version: 1,
    meaning: 'The named fields of a contact person have new values in the vault.',
    data: z.strictObject({ personId, changedFields: fields }).readonly(),
  },
  ContactPersonLeftCompany: {
    version: 1,
    meaning:
      'From the stated day on a contact person no longer works for the company; assignments end, vacancies open.',
    data: z.strictObject({ personId, leftOn: calendarDate }).readonly(),
  },
  PersonErasureRequested: {
    version: 1,
    meaning: 'A contact person asked to be forgotten: the one month of Art. 12 III GDPR runs until the due date.',
    data: z.strictObject({ personId, fields, legalBasis, dueOn: calendarDate }).readonly(),
  },
  PersonDataErased: {
    version: 1,
    meaning:
      'Personal data was erased for good; what a retention duty keeps is restricted until the stated day and then due.',
    data: z
      .strictObject({
        personId,
        fieldsErased: fields,
        fieldsRestricted: fields,
        restrictedUntil: calendarDate.exactOptional(),
        legalBasis,
      })
      .readonly(),
  },
  PersonDataRestricted: {
    version: 1,
    meaning: 'Personal data is kept but no longer used (Art. 18 GDPR), until the stated day or until further notice.',
    data: z
      .strictObject({
        personId,
        fieldsRestricted: fields,
        restrictedUntil: calendarDate.exactOptional(),
        legalBasis,
      })
      .readonly(),
  },
} satisfies EventDefinitions;

/** Any event of a contact person. */
export type PersonEvent = EventOf<typeof personEvents>;

/** The contact person's event with the given stored name. */
export type PersonEventNamed<Type extends PersonEvent['type']> = EventNamed<PersonEvent, Type>;
