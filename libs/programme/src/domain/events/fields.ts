import { z } from 'zod';
import { calendarDate, id, label } from '#event-fields';
import { partnerCategories, requirementKinds, requirementPhases } from '../programme-version.js';

const key = label(100);
const days = z.int().meta({ unit: 'days' });

const tier = z
  .strictObject({
    key,
    rank: z.int().meta({ description: 'Orders the tiers upwards.' }),
    cadenceDays: days,
    rhythmDays: days,
    resultTarget: z
      .strictObject({
        metric: z.string().max(100).meta({ disclosure: 'open' }),
        value: z.number().meta({ unit: 'minor units of the currency, or a number of results: as the metric says' }),
        windowDays: days,
      })
      .readonly(),
    sponsorRequired: z.boolean(),
    planRequired: z.boolean(),
  })
  .readonly();

const requirement = z
  .strictObject({
    key,
    kind: z.enum(requirementKinds),
    appliesAt: z.enum(requirementPhases),
    tierKey: key.exactOptional(),
    mandatory: z.boolean(),
    threshold: z
      .number()
      .meta({ unit: 'pieces of evidence, minor units of the currency, or a rating: as the kind says' })
      .exactOptional(),
    minCount: z.int().meta({ unit: 'rated projects' }).exactOptional(),
    validityDays: days.exactOptional(),
    graceDays: days,
    description: z.string().max(2000).meta({ unit: 'free text', disclosure: 'withheld' }),
  })
  .readonly();

/**
 * A whole programme version (domain.md 2.5). It takes drafts that are not yet fit to be published: what has to hold then
 * is decided by PublishProgrammeVersion, not by the form.
 */
export const versionDocument = z
  .strictObject({
    programmeId: id('prg'),
    version: z.int().positive().meta({ description: 'Counts the versions of the programme from 1.' }),
    category: z.enum(partnerCategories),
    name: z.string().max(200).meta({ disclosure: 'open' }),
    effectiveFrom: calendarDate,
    tiers: z.array(tier).readonly(),
    requirements: z.array(requirement).readonly(),
    rules: z
      .strictObject({
        ownContactMayBePartnerManager: z.boolean(),
        internalBriefingRequired: z.boolean(),
        minReviewDimensions: z.int().meta({ unit: 'dimensions' }),
      })
      .readonly(),
  })
  .readonly();
