// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { fileRef, id, money, reference } from '#event-fields';
import type { EventDefinitions } from '#event-sourcing';

/** What a partnership can bring (domain.md 2.7, RecordBusinessResult). */
export const resultKinds = [
  'JOINT_DEAL_WON',
  'JOINT_DEAL_LOST',
  'DEAL_REGISTERED',
  'PROJECT_DELIVERED',
  'REFERENCE_GAINED',
] as const;
export type ResultKind = (typeof resultKinds)[number];

/** How the partner contributed; results of different attribution are never added together (I-23). */
export const resultAttributions = ['SOURCED', 'INFLUENCED', 'CO_SOLD'] as const;
export type ResultAttribution = (typeof resultAttributions)[number];

/** The events of the chapter "results": what the partnership brings: deals, projects, references (domain.md 2.11). */
export const resultsEvents = {
  BusinessResultRecorded: {
    version: 1,
    meaning:
      'The partnership brought something: a joint deal won or lost, a registered deal, a delivered project or a reference.',
    data: z
      .strictObject({
        resultId: id('res'),
        kind: z.enum(resultKinds),
        attribution: z.enum(resultAttributions),
        revenue: money.exactOptional(),
        margin: money.exactOptional(),
        newCustomer: z.boolean(),
        quantity: z.int().min(1).meta({ unit: 'deals, projects or references' }),
        customerRef: reference(200),
        externalRef: reference(200).exactOptional(),
        fileRef: fileRef.exactOptional(),
      })
      .readonly(),
  },
} satisfies EventDefinitions;
