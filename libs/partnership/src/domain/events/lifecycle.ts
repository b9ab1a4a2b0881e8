// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { calendarDate, freeText, id, label, managerId, personId, reference } from '#event-fields';
import type { EventDefinitions } from '#event-sourcing';
import { partnerCategories } from '#programme/domain';
import { abandonReasons, openingStates } from '../vocabulary.js';

const programmeVersion = z.int().positive().meta({ description: 'Counts the versions of the programme from 1.' });
const category = z.enum(partnerCategories);
const guardResult = z.strictObject({ code: label(200), ok: z.boolean(), basis: freeText(500) }).readonly();

/** The events of the chapter "lifecycle": from proposal or import to activation, or abandonment (domain.md 2.11). */
export const lifecycleEvents = {
  PartnershipProposed: {
    version: 1,
    meaning: 'A partnership with a company in one category is considered, for a stated strategic reason.',
    data: z
      .strictObject({
        companyId: id('cmp'),
        category,
        strategicRationale: freeText(4000),
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
        sourceSystem: label(100),
        sourceRecordId: reference(200),
        batchId: label(100),
        rowNo: z.int().positive().meta({ description: 'Its row in the imported file, counted from 1.' }),
        unknownFields: z.array(label(100)).readonly(),
      })
      .readonly(),
  },
  OnboardingBegun: {
    version: 1,
    meaning: 'The partnership was enrolled in a programme version; its preconditions for activation are being created.',
    data: z.strictObject({ programmeId: id('prg'), programmeVersion, targetActivationOn: calendarDate }).readonly(),
  },
  PartnershipOnboarded: {
    version: 1,
    meaning:
      'Onboarding is complete and the partnership is live: every guard of activation held, each with what it rests on.',
    data: z
      .strictObject({
        activatedOn: calendarDate,
        tier: label(100),
        responsibleContactOwn: personId,
        responsibleContactPartner: personId,
        partnerManagerId: managerId,
        programmeVersion,
        guardResults: z.array(guardResult).readonly(),
      })
      .readonly(),
  },
  PartnershipAbandoned: {
    version: 1,
    meaning: 'The partnership was given up before it ever became active.',
    data: z.strictObject({ reasonCode: z.enum(abandonReasons), note: freeText(4000) }).readonly(),
  },
} satisfies EventDefinitions;
