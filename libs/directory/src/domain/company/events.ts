// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import type { EventDefinitions, EventNamed, EventOf } from '#event-sourcing';
import { z } from 'zod';
import { freeText, id, label, reference } from '#event-fields';
import { removableFields } from './company-identity.js';

const identity = {
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters (ISO 3166-1)')
    .meta({ unit: 'country, ISO 3166-1', disclosure: 'open' })
    .exactOptional(),
  lei: z
    .string()
    .regex(/^[A-Z0-9]{18}\d{2}$/, 'must be 20 characters (ISO 17442)')
    .meta({ unit: 'LEI, ISO 17442', disclosure: 'open' })
    .exactOptional(),
  register: z
    .strictObject({ court: label(200), type: label(20), number: label(50) })
    .readonly()
    .exactOptional(),
  vatId: label(30).exactOptional(),
  domain: label(253).exactOptional(),
};
const externalRefs = z.array(z.strictObject({ system: label(100), id: reference(200) }).readonly()).readonly();
const legalName = label(300);

/** The events of a partner company's stream (domain.md 2.11). */
export const companyEvents = {
  PartnerCompanyRegistered: {
    version: 1,
    meaning: 'A legal entity became known as partner company; what an imported list did not say about it is named.',
    data: z
      .strictObject({
        companyId: id('cmp'),
        legalName,
        ...identity,
        externalRefs,
        unknownFields: z.array(label(100)).readonly(),
      })
      .readonly(),
  },
  CompanyDataCorrected: {
    version: 1,
    meaning: 'What identifies the company was recorded wrongly or has changed: the new values, and why.',
    data: z
      .strictObject({
        changes: z
          .strictObject({
            legalName: legalName.exactOptional(),
            ...identity,
            externalRefs: externalRefs.exactOptional(),
          })
          .readonly(),
        removed: z.array(z.enum(removableFields)).readonly(),
        reason: freeText(2000),
      })
      .readonly(),
  },
} satisfies EventDefinitions;

/** Any event of a partner company. */
export type CompanyEvent = EventOf<typeof companyEvents>;

/** The company event with the given stored name. */
export type CompanyEventNamed<Type extends CompanyEvent['type']> = EventNamed<CompanyEvent, Type>;
