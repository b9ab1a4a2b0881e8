// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import type { EventDefinitions } from '#event-sourcing';
import { partnerCategories } from '#programme/domain';
import { abandonReasons, openingStates } from '../vocabulary.js';
import { calendarDate, id, personId, text } from './fields.js';

const category = z.enum(partnerCategories);
const guardResult = z.strictObject({ code: text(200), ok: z.boolean(), basis: text(500) }).readonly();

/** The events of the chapter "lifecycle": from proposal or import to activation, or abandonment (domain.md 2.11). */
export const lifecycleEvents = {
  PartnershipProposed: {
    version: 1,
    meaning: 'A partnership with a company in one category is considered, for a stated strategic reason.',
    data: z
      .strictObject({
        companyId: id('cmp'),
        category,
        strategicRationale: text(4000),
        predecessorPartnershipId: id('prt').exactOptional(),
      })
      .readonly(),
  },
  PartnershipImported: {
    version: 1,
    meaning:
      'A partnership that existed before this system was taken over in the state it was in; what is not known is named.',
    data: z
      .strictObject({
        companyId: id('cmp'),
        category,
        openingState: z.enum(openingStates),
        originalStartOn: calendarDate.exactOptional(),
        importedOn: calendarDate,
        lastActivityOn: calendarDate.exactOptional(),
        lastReviewOn: calendarDate.exactOptional(),
        sourceSystem: text(100),
        sourceRecordId: text(200),
        batchId: text(100),
        rowNo: z.int().positive(),
        unknownFields: z.array(text(100)).readonly(),
      })
      .readonly(),
  },
  OnboardingBegun: {
    version: 1,
    meaning: 'The partnership was enrolled in a programme version; its preconditions for activation are being created.',
    data: z
      .strictObject({ programmeId: id('prg'), programmeVersion: z.int().positive(), targetActivationOn: calendarDate })
      .readonly(),
  },
  PartnershipOnboarded: {
    version: 1,
    meaning:
      'Onboarding is complete and the partnership is live: every guard of activation held, each with what it rests on.',
    data: z
      .strictObject({
        activatedOn: calendarDate,
        tier: text(100),
        responsibleContactOwn: personId,
        responsibleContactPartner: personId,
        partnerManagerId: id('mgr'),
        programmeVersion: z.int().positive(),
        guardResults: z.array(guardResult).readonly(),
      })
      .readonly(),
  },
  PartnershipAbandoned: {
    version: 1,
    meaning: 'The partnership was given up before it ever became active.',
    data: z.strictObject({ reasonCode: z.enum(abandonReasons), note: text(4000) }).readonly(),
  },
} satisfies EventDefinitions;
