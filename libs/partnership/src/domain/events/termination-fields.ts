import { z } from 'zod';
import { calendarDate, fileRef, freeText, money, personId } from '#event-fields';
import {
  authorities,
  compensationAssessments,
  declarationForms,
  handoverTargets,
  windDownItemKinds,
} from '../end-vocabulary.js';
import { side } from './fields.js';

/** A wind-down item as the sides agree on it in the terms: it replaces the default of its kind (domain.md 2.8). */
export const agreedWindDownItem = z
  .strictObject({
    kind: z.enum(windDownItemKinds),
    ownerSide: side,
    dueOn: calendarDate,
    mandatory: z.boolean(),
    note: freeText(500).exactOptional(),
  })
  .readonly();

/** What both sides consent to (domain.md 2.8, "Terms of a proposal"). */
export const terminationTerms = z
  .strictObject({
    endsOn: calendarDate,
    windDownItems: z.array(agreedWindDownItem).readonly(),
    customerHandover: z
      .strictObject({ count: z.int().nonnegative().meta({ unit: 'customers' }), target: z.enum(handoverTargets) })
      .readonly(),
    openDealsRule: freeText(2000),
    finalSettlement: z.strictObject({ text: freeText(2000), amount: money.exactOptional() }).readonly(),
    compensationClause: z
      .strictObject({ section89bAssessment: z.enum(compensationAssessments), amount: money.exactOptional() })
      .readonly(),
    confidentialityMonths: z.int().nonnegative().meta({ unit: 'months' }),
    publicStatement: freeText(2000),
    reasonCode: z
      .string()
      .regex(/^[A-Z][A-Z_]{1,59}$/, 'must be a code in capital letters and underscores')
      .meta({ unit: 'code', disclosure: 'open' }),
    form: z.enum(declarationForms),
  })
  .readonly();

/** The terms of an end by mutual agreement. */
export type TerminationTerms = z.infer<typeof terminationTerms>;

/** The declaration of one side: who, when, on which authority, in which form, with which document (domain.md 2.11). */
export const consent = z
  .strictObject({
    side,
    personId,
    declaredOn: calendarDate,
    authority: z.enum(authorities),
    form: z.enum(declarationForms),
    fileRef: fileRef.exactOptional(),
  })
  .readonly();

/** The recorded consent of one side. */
export type Consent = z.infer<typeof consent>;

/** What tells one consent from the other where the whole declaration stands in another event. */
export const consentReference = z.strictObject({ side, personId, declaredOn: calendarDate }).readonly();
