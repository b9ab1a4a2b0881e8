import { z } from 'zod';
import { isCalendarDate } from '#calendar';
import { partnerCategories, requirementKinds, requirementPhases } from '../programme-version.js';

// The pieces event payloads are made of. Optional fields are `.exactOptional()`: absent, never `undefined`.

/** A date without time, `2026-03-31`. */
export const calendarDate = z.string().refine(isCalendarDate, 'must be an existing date written YYYY-MM-DD');

const key = z.string().min(1).max(100);

const tier = z
  .strictObject({
    key,
    rank: z.int(),
    cadenceDays: z.int(),
    rhythmDays: z.int(),
    resultTarget: z.strictObject({ metric: z.string().max(100), value: z.number(), windowDays: z.int() }).readonly(),
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
    threshold: z.number().exactOptional(),
    minCount: z.int().exactOptional(),
    validityDays: z.int().exactOptional(),
    graceDays: z.int(),
    description: z.string().max(2000),
  })
  .readonly();

/**
 * A whole programme version (domain.md 2.5). It takes drafts that are not yet fit to be published: what has to hold then
 * is decided by PublishProgrammeVersion, not by the form.
 */
export const versionDocument = z
  .strictObject({
    programmeId: z.string().regex(/^prg_[0-9A-Za-z]+$/, 'must be an id that starts with prg_'),
    version: z.int().positive(),
    category: z.enum(partnerCategories),
    name: z.string().max(200),
    effectiveFrom: calendarDate,
    tiers: z.array(tier).readonly(),
    requirements: z.array(requirement).readonly(),
    rules: z
      .strictObject({
        ownContactMayBePartnerManager: z.boolean(),
        internalBriefingRequired: z.boolean(),
        minReviewDimensions: z.int(),
      })
      .readonly(),
  })
  .readonly();
