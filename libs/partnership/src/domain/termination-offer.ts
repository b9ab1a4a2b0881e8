import { addDays, type CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import { type DecisionContext, type Rejected, type RejectionDetail, rejected } from '#event-sourcing';
import {
  type DeclarationFacts,
  refuseDeclarer,
  refuseForeignSide,
  refuseWithoutEvidence,
  refuseWithoutFourEyes,
} from './declaration.js';
import type { Authority } from './end-vocabulary.js';
import type { PartnershipEventNamed } from './events.js';
import type { Consent, TerminationTerms } from './events/termination-fields.js';
import type { PartnershipRejectionCode } from './rejections.js';
import type { PartnershipState } from './state.js';
import { termsHash } from './terms-hash.js';
import type { FileRef } from './vocabulary.js';

/** The terms as they were entered: the decision names every one that is missing. */
export type EnteredTerms = { readonly [Term in keyof TerminationTerms]?: TerminationTerms[Term] | undefined };

/** What a side declares with a proposal or a counter-proposal (domain.md 2.8); it is at the same time its consent. */
export interface TerminationOffer {
  /** The day of the declaration; today unless given. */
  readonly occurredOn?: CalendarDate;
  readonly side: Side;
  readonly terms: EnteredTerms;
  /** The last day for an acceptance: 7 to 90 days after the declaration. */
  readonly acceptBy: CalendarDate;
  /** The person of that side who declares it. */
  readonly declaredBy: string;
  readonly authority: Authority;
  /** False unless given: the offer can be taken back (D3). */
  readonly binding?: boolean;
  /** The user who asked for an offer of the own side; the actor approves it (four eyes). */
  readonly requestedBy?: string;
  readonly fileRef?: FileRef;
}

/** Days from an offer to its last day for an answer, at least and at most (domain.md 2.8). */
const ANSWER_DAYS = { min: 7, max: 90 } as const;

const termNames = [
  'endsOn',
  'windDownItems',
  'customerHandover',
  'openDealsRule',
  'finalSettlement',
  'compensationClause',
  'confidentialityMonths',
  'publicStatement',
  'reasonCode',
  'form',
] as const satisfies readonly (keyof TerminationTerms)[];

/** What the two events that open an offer have in common. */
type OfferData = Omit<PartnershipEventNamed<'MutualTerminationProposed'>['data'], 'round'>;

/**
 * The payload of an offer, or its refusal: a representative for the own side, a person who cannot declare, no four
 * eyes for the own side, no document for the partner's, missing terms, an end before the offer, an answer too soon or late.
 */
export function decideOffer(
  offer: TerminationOffer,
  state: PartnershipState,
  context: DecisionContext,
  facts: DeclarationFacts,
):
  | { readonly data: OfferData; readonly refusal?: never }
  | { readonly refusal: Rejected<PartnershipRejectionCode>; readonly data?: never } {
  const declaredOn = offer.occurredOn ?? context.today;
  const refusal =
    refuseForeignSide(context.actor, offer.side) ??
    refuseDeclarer(state, offer.side, facts.declarer, declaredOn) ??
    (offer.side === 'OWN' ? refuseWithoutFourEyes(context, offer.requestedBy) : undefined) ??
    refuseWithoutEvidence(context.actor, offer.side, offer.fileRef) ??
    refuseAnswerDay(offer.acceptBy, declaredOn);
  if (refusal !== undefined) return { refusal };
  const { terms } = offer;
  if (!isComplete(terms)) return { refusal: termsIncomplete(terms) };
  if (terms.endsOn < declaredOn) return { refusal: endBefore(terms.endsOn, declaredOn) };
  return { data: offerData(offer, terms, declaredOn, context) };
}

/** `END_BEFORE_TODAY`: a consent on `declaredOn` cannot end the partnership earlier (I-16). */
export function endBefore(endsOn: CalendarDate, declaredOn: CalendarDate): Rejected<'END_BEFORE_TODAY'> {
  const message = `The end ${endsOn} lies before the declaration on ${declaredOn}: agree on an end from that day on.`;
  return rejected('END_BEFORE_TODAY', message, {
    details: [{ code: 'END_BEFORE_TODAY', message, path: 'terms.endsOn' }],
  });
}

function offerData(
  offer: TerminationOffer,
  terms: TerminationTerms,
  declaredOn: CalendarDate,
  context: DecisionContext,
): OfferData {
  const consent: Consent = {
    side: offer.side,
    personId: offer.declaredBy,
    declaredOn,
    authority: offer.authority,
    form: terms.form,
    ...(offer.fileRef === undefined ? {} : { fileRef: offer.fileRef }),
  };
  return {
    proposalId: context.newId('tpr'),
    proposingSide: offer.side,
    terms,
    termsHash: termsHash(terms),
    acceptBy: offer.acceptBy,
    binding: offer.binding ?? false,
    consent,
    ...(offer.side === 'OWN' ? { approverId: context.actor.userId } : {}),
  };
}

function refuseAnswerDay(acceptBy: CalendarDate, declaredOn: CalendarDate): Rejected<'VALIDATION_FAILED'> | undefined {
  const earliest = addDays(declaredOn, ANSWER_DAYS.min);
  const latest = addDays(declaredOn, ANSWER_DAYS.max);
  if (acceptBy >= earliest && acceptBy <= latest) return undefined;
  const message = `acceptBy leaves the other side 7 to 90 days: give a day from ${earliest} to ${latest}, not ${acceptBy}.`;
  return rejected('VALIDATION_FAILED', message, {
    details: [{ code: 'ANSWER_PERIOD', message, path: 'acceptBy' }],
  });
}

function isComplete(terms: EnteredTerms): terms is TerminationTerms {
  return termNames.every((name) => terms[name] !== undefined);
}

function termsIncomplete(terms: EnteredTerms): Rejected<'TERMS_INCOMPLETE'> {
  const missing = termNames.filter((name) => terms[name] === undefined);
  return rejected('TERMS_INCOMPLETE', `The terms lack ${missing.join(', ')}: both sides consent to complete terms.`, {
    details: missing.map((name): RejectionDetail => ({
      code: 'TERM_MISSING',
      message: `${name} is missing.`,
      path: `terms.${name}`,
    })),
  });
}
