import { amountText } from '../../domain/amount-text.js';
import type { AgreementVersion } from '../../domain/events/agreement.js';
import type { PartnershipEvent, PartnershipEventNamed } from '../../domain/events.js';
import {
  capitalised,
  company,
  counted,
  given,
  listed,
  manager,
  meanScore,
  person,
  quoted,
  sideName,
  words,
} from './sentence-parts.js';

type Sentences = { readonly [Type in PartnershipEvent['type']]: (event: PartnershipEventNamed<Type>) => string };

/** Does not compile while an event has no sentence. What one side must not read of the other is left out of all. */
const sentences: Sentences = {
  PartnershipProposed: ({ data: { category, companyId, predecessorPartnershipId } }) =>
    `A ${words(category)} partnership with ${company(companyId)} was proposed` +
    `${given(predecessorPartnershipId, (id) => ` in succession of ${id}`)}.`,
  PartnershipImported: ({
    data: { category, companyId, sourceSystem, openingState, originalStartOn, unknownFields },
  }) =>
    `A ${words(category)} partnership with ${company(companyId)} was taken over from ${sourceSystem} as ` +
    `${words(openingState)}${given(originalStartOn, (date) => `, begun on ${date}`)}` +
    `${unknownFields.length === 0 ? '' : `; not known: ${listed(unknownFields)}`}.`,
  OnboardingBegun: ({ data: { programmeId, programmeVersion, targetActivationOn } }) =>
    `Onboarding began in version ${String(programmeVersion)} of programme ${programmeId}; activation is planned for ${targetActivationOn}.`,
  PartnershipOnboarded: ({ data }) =>
    `Onboarding is complete: the partnership is live in tier ${data.tier} from ${data.activatedOn} on, with ` +
    `${person(data.responsibleContactOwn)} (own side) and ${person(data.responsibleContactPartner)} (partner) as ` +
    `responsible contacts and ${manager(data.partnerManagerId)} as partner manager.`,
  PartnershipAbandoned: ({ data: { reasonCode } }) =>
    `The partnership was given up before it became active: ${words(reasonCode)}.`,
  PartnerManagerAssigned: ({ data: { managerId, from } }) =>
    `${manager(managerId)} became the partner manager from ${from} on.`,
  PartnerManagerReassigned: ({ data: { managerId, previousManagerId, from } }) =>
    `${manager(managerId)} took over from ${manager(previousManagerId)} as partner manager from ${from} on.`,
  ContactAssigned: ({ data: { side, personId, validFrom, acceptedOn } }) =>
    `${person(personId)} became the responsible contact of ${sideName(side)} from ${validFrom} on` +
    `${given(acceptedOn, (date) => `, accepted on ${date}`)}.`,
  ContactRelieved: ({ data: { side, personId, endsOn, reason, vacancyOpened } }) =>
    `${person(personId)} stopped being the responsible contact of ${sideName(side)} on ${endsOn} (${words(reason)})` +
    `${vacancyOpened ? '; the side has no contact from then on' : ''}.`,
  AgreementRecorded: ({ data }) =>
    `Agreement ${data.agreementRef} (${data.kind}) was recorded: signed on ${data.signedOn}, ${term(data)}${quoted(data.reason)}.`,
  AgreementAmended: ({ data }) =>
    `Agreement ${data.agreementRef} was changed to version ${String(data.version)}, ${term(data)}${quoted(data.reason)}.`,
  AgreementRenewed: ({ data }) =>
    `Agreement ${data.agreementRef} was renewed with version ${String(data.version)}, ${term(data)}${quoted(data.reason)}.`,
  RelationshipPlanAdopted: ({ data: { planVersion, objectives, exitStrategy } }) =>
    `Version ${String(planVersion)} of the relationship plan was adopted with ${counted(objectives.length, 'objective')} ` +
    `and ${exitStrategy === undefined ? 'no' : 'an'} exit strategy.`,
  RequirementEvidenceRecorded: ({ data: { requirementKey, validFrom, validUntil, holderPersonId } }) =>
    `Evidence for ${requirementKey} was recorded, valid from ${validFrom}${given(validUntil, (date) => ` to ${date}`)}` +
    `${given(holderPersonId, (id) => `, held by ${person(id)}`)}.`,
  RequirementEvidenceRevoked: ({ data: { evidenceId, from, reason } }) =>
    `Evidence ${evidenceId} no longer counts from ${from} on${quoted(reason)}.`,
  RequirementWaived: ({ data: { requirementKey, until, approverId, reason } }) =>
    `Requirement ${requirementKey} was waived until ${until}, approved by ${approverId}${quoted(reason)}.`,
  ReviewScheduled: ({ data: { kind, plannedOn } }) => `A review (${words(kind)}) was planned for ${plannedOn}.`,
  ReviewHeld: ({ data }) =>
    `A review (${words(data.kind)}) took place on ${data.heldOn} with ` +
    `${listed(data.participants.map(({ personId }) => person(personId)))}${data.oneSided ? ', one side only' : ''}: ` +
    `${words(data.outcome)}${given(data.scoresOwn, (scores) => `, the own side scored ${meanScore(scores)}`)}` +
    `${given(data.scoresPartner, (scores) => `, the partner ${meanScore(scores)}`)}. The next one is due on ${data.nextReviewOn}.`,
  PartnerScoresSubmitted: ({ data: { reviewId, scores, submittedBy, submittedOn } }) =>
    `${person(submittedBy)} gave the scores of the partner for review ${reviewId} on ${submittedOn}: ${meanScore(scores)} on average.`,
  ReviewCancelled: ({ data: { reviewId, reason } }) =>
    `The planned review ${reviewId} was called off${quoted(reason)}.`,
  ActionAgreed: ({ data: { actionId, ownerSide, ownerPersonId, dueOn } }) =>
    `Action ${actionId} was agreed: ${person(ownerPersonId)} of ${sideName(ownerSide)} does it by ${dueOn}.`,
  ActionCompleted: ({ data: { actionId, completedOn, note } }) =>
    `Action ${actionId} was done on ${completedOn}${quoted(note)}.`,
  ActionReplanned: ({ data: { actionId, oldDueOn, newDueOn, replanCount, reason } }) =>
    `Action ${actionId} was moved from ${oldDueOn} to ${newDueOn}, replanned ${counted(replanCount, 'time')} so far${quoted(reason)}.`,
  ActionCancelled: ({ data: { actionId, reason } }) => `Action ${actionId} was cancelled${quoted(reason)}.`,
  CommunicationLogged: ({ data: { on, channel, direction, scope, substantive, topic } }) =>
    scope === 'INTERNAL_OWN'
      ? `The own side exchanged internally on ${on} (${words(channel)}).`
      : `The companies exchanged on ${on} (${words(channel)}, ${words(direction)}${substantive ? '' : ', not substantive'}): “${topic}”.`,
  BusinessResultRecorded: ({ data }) =>
    `A result was recorded: ${words(data.kind)}, ${words(data.attribution)}, ${counted(data.quantity, 'unit')}` +
    given(data.revenue, (amount) => `, revenue ${amountText(amount)}`) +
    `${given(data.margin, (amount) => `, margin ${amountText(amount)}`)}${data.newCustomer ? ', new customer' : ''}.`,
  MutualTerminationProposed: ({ data }) =>
    `${person(data.consent.personId)} offered for ${sideName(data.proposingSide)} to end the partnership by mutual agreement ` +
    `on ${data.terms.endsOn} (${words(data.terms.reasonCode)}); the ${data.binding ? 'binding ' : ''}offer can be accepted until ${data.acceptBy}.`,
  MutualTerminationCounterProposed: ({ data }) =>
    `${person(data.consent.personId)} declined for ${sideName(data.proposingSide)} and offered other terms in round ${String(data.round)}: ` +
    `an end on ${data.terms.endsOn}; the ${data.binding ? 'binding ' : ''}offer can be accepted until ${data.acceptBy}.`,
  MutualTerminationAccepted: ({ data: { consent, firstConsent, endsOn } }) =>
    `${person(consent.personId)} consented for ${sideName(consent.side)} on ${consent.declaredOn} to the terms that ` +
    `${person(firstConsent.personId)} had offered: the partnership ends by mutual agreement on ${endsOn}.`,
  MutualTerminationRejected: ({ data: { proposalId, side, declaredBy, on, reason } }) =>
    `${capitalised(sideName(side))} declined offer ${proposalId} on ${on}${by(declaredBy)}${quoted(reason)}.`,
  MutualTerminationProposalWithdrawn: ({ data: { proposalId, side, declaredBy, on, reason, otherSideAgreement } }) =>
    `${capitalised(sideName(side))} took its offer ${proposalId} back on ${on}${by(declaredBy)}` +
    `${given(otherSideAgreement, ({ personId }) => `, to which ${person(personId)} agreed`)}${quoted(reason)}.`,
  MutualTerminationProposalExpired: ({ data: { proposalId, side, on } }) =>
    `Nobody answered offer ${proposalId} of ${sideName(side)} in time; it is void from ${on} on.`,
  WindDownBegun: ({ data: { ground, endsOn, items } }) =>
    `The wind-down began (${words(ground)}): the partnership ends on ${endsOn}, and ${counted(items.length, 'item')} remain to be done.`,
  WindDownItemAdded: ({ data: { itemId, kind, ownerSide, dueOn, mandatory, note } }) =>
    `One more item remains to be done by ${sideName(ownerSide)} until ${dueOn}: ${itemId}, ${words(kind)}` +
    `${mandatory ? ', mandatory' : ''}${quoted(note)}.`,
  WindDownItemCompleted: ({ data: { itemId, doneOn, note, consentOwn, consentPartner } }) =>
    `Wind-down item ${itemId} was done on ${doneOn}${given(consentOwn, (date) => `, agreed by the own side on ${date}`)}` +
    `${given(consentPartner, (date) => `, agreed by the partner on ${date}`)}${quoted(note)}.`,
  WindDownItemWaived: ({ data: { itemId, approverId, reason } }) =>
    `Wind-down item ${itemId} was waived, approved by ${approverId}${quoted(reason)}.`,
  PartnershipTerminatedByMutualAgreement: ({ data: { endedOn, consentOwn, consentPartner, retentionUntil } }) =>
    `The partnership ended on ${endedOn} by mutual agreement: ${person(consentOwn.personId)} consented for the own side, ` +
    `${person(consentPartner.personId)} for the partner. Its record is kept until ${retentionUntil}.`,
};

/**
 * An event as a plain English sentence for the history (domain.md 4.2). Persons, managers and companies stand in it as
 * tokens, `{{person:prs_…}}`, `{{manager:mgr_…}}`, `{{company:cmp_…}}`; sealed texts and what is internal to the own side do not.
 */
export function historySentence(event: PartnershipEvent): string {
  return (sentences[event.type] as (event: PartnershipEvent) => string)(event);
}

function term({ startsOn, endsOn }: AgreementVersion): string {
  return `in force from ${startsOn}${endsOn === undefined ? ' without an end' : ` to ${endsOn}`}`;
}

function by(personId: string | undefined): string {
  return given(personId, (id) => ` through ${person(id)}`);
}
