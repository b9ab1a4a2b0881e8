// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { calendarDate, decimal, fileRef, freeText, label, personId, reference } from '#event-fields';
import type { EventDefinitions } from '#event-sourcing';
import { authorities } from '../end-vocabulary.js';
import { side } from './fields.js';

const agreement = z
  .strictObject({
    agreementRef: reference(200),
    version: z.int().positive().meta({ description: 'Counts the versions of the agreement from 1.' }),
    kind: label(100),
    signedOn: calendarDate,
    startsOn: calendarDate,
    endsOn: calendarDate.meta({ description: 'Its last day.' }).exactOptional(),
    autoRenewMonths: z.int().positive().meta({ unit: 'months' }).exactOptional(),
    noticeMonths: z.int().nonnegative().meta({ unit: 'months' }),
    noticeToMonthEnd: z.boolean().meta({ description: 'Notice ends on the last day of a month.' }),
    governingLaw: label(200),
    fileRef,
    signatories: z.array(z.strictObject({ side, personId, authority: z.enum(authorities) }).readonly()).readonly(),
    reason: freeText(2000)
      .meta({ description: 'Why it was signed after it started, or why it was changed.' })
      .exactOptional(),
  })
  .readonly();

/** What an agreement says, in one of its versions; `endsOn` is its last day. */
export type AgreementVersion = z.infer<typeof agreement>;

const objective = z
  .strictObject({
    key: label(100),
    unit: label(100),
    target: decimal,
    from: calendarDate,
    to: calendarDate,
    ownerSide: side,
  })
  .readonly();
const plan = z
  .strictObject({
    planVersion: z.int().positive().meta({ description: 'Counts the versions of the plan from 1.' }),
    objectives: z.array(objective).readonly(),
    governance: z.strictObject({ levels: z.array(freeText(500)).readonly() }).readonly(),
    risks: z.array(freeText(1000)).readonly(),
    exitStrategy: z
      .strictObject({ triggers: z.array(freeText(1000)).readonly(), transitionRules: freeText(4000) })
      .readonly()
      .exactOptional(),
    fileRef: fileRef.exactOptional(),
    confirmedByPartnerOn: calendarDate.exactOptional(),
  })
  .readonly();

/** A relationship plan in one of its versions; absent `exitStrategy` means that none was agreed. */
export type RelationshipPlanVersion = z.infer<typeof plan>;

/** The events of the chapter "agreement": the signed contract and the relationship plan (domain.md 2.11). */
export const agreementEvents = {
  AgreementRecorded: {
    version: 1,
    meaning: 'A signed agreement between the two companies was recorded: term, notice period, document, signatories.',
    data: agreement,
  },
  AgreementAmended: {
    version: 1,
    meaning: 'The two companies changed an agreement; the event holds the whole new version, the old one stays.',
    data: agreement,
  },
  AgreementRenewed: {
    version: 1,
    meaning: 'The term of an agreement was prolonged; the event holds the whole new version, the old one stays.',
    data: agreement,
  },
  RelationshipPlanAdopted: {
    version: 1,
    meaning:
      'Objectives, governance, risks and exit strategy of the partnership were agreed for a time, as a new version.',
    data: plan,
  },
} satisfies EventDefinitions;
