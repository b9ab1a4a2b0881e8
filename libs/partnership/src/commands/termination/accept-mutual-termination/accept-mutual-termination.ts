import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import {
  accepted,
  type Decision,
  type DecisionContext,
  type EventActor,
  type Rejected,
  rejected,
} from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import {
  type DeclarationFacts,
  refuseDeclarer,
  refuseForeignSide,
  refuseWithoutEvidence,
} from '../../../domain/declaration.js';
import { windDownItems } from '../../../domain/default-wind-down-items.js';
import type { Authority, DeclarationForm } from '../../../domain/end-vocabulary.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import type { Consent } from '../../../domain/events/termination-fields.js';
import { openProposal, refuseBeforeOffer, refuseOwnProposal } from '../../../domain/open-proposal.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { TerminationProposal } from '../../../domain/state/termination.js';
import { endBefore } from '../../../domain/termination-offer.js';
import type { FileRef } from '../../../domain/vocabulary.js';

/** Consent to an offer to end the partnership (domain.md 2.8). */
export interface AcceptMutualTermination {
  readonly proposalId: string;
  /** The fingerprint of the terms the accepting side has read. */
  readonly termsHash: string;
  readonly side: Side;
  /** The person of that side who declares it. */
  readonly declaredBy: string;
  /** The day of the declaration; today unless given. */
  readonly declaredOn?: CalendarDate;
  readonly authority: Authority;
  readonly form: DeclarationForm;
  readonly fileRef?: FileRef;
}

/** Decides an acceptance: G-MUT of domain.md 2.8. With it the end is agreed and the wind-down begins (T8). */
export function acceptMutualTermination(
  command: AcceptMutualTermination,
  state: PartnershipState,
  context: DecisionContext,
  facts: DeclarationFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const stateRefusal = refuseInState(state, 'AcceptMutualTermination');
  if (stateRefusal !== undefined) return stateRefusal;
  const declaredOn = command.declaredOn ?? context.today;
  const { proposal, refusal } = openProposal(state, command.proposalId);
  if (refusal !== undefined) return refuseLateAcceptance(command, state, declaredOn) ?? refusal;
  const guardRefusal =
    refuseAcceptor(command, proposal, declaredOn, state, context.actor, facts) ??
    refuseAcceptance(command, proposal, declaredOn) ??
    refuseLateRecord(command, proposal, context);
  if (guardRefusal !== undefined) return guardRefusal;
  return accepted(...agreement(command, proposal, declaredOn, context));
}

function refuseAcceptor(
  command: AcceptMutualTermination,
  proposal: TerminationProposal,
  declaredOn: CalendarDate,
  state: PartnershipState,
  actor: EventActor,
  facts: DeclarationFacts,
): Rejected<PartnershipRejectionCode> | undefined {
  return (
    refuseForeignSide(actor, command.side) ??
    refuseOwnProposal(proposal, command.side) ??
    refuseSamePerson(command, proposal) ??
    refuseWithoutOwnAuthority(actor, command.side) ??
    refuseDeclarer(state, command.side, facts.declarer, declaredOn) ??
    refuseWithoutEvidence(actor, command.side, command.fileRef)
  );
}

function refuseAcceptance(
  command: AcceptMutualTermination,
  proposal: TerminationProposal,
  declaredOn: CalendarDate,
): Rejected<PartnershipRejectionCode> | undefined {
  if (command.termsHash !== proposal.termsHash) {
    const message = `These are not the terms of proposal ${proposal.proposalId}: read them again, or use CounterProposeMutualTermination.`;
    return rejected('TERMS_CHANGED', message, { details: [{ code: 'TERMS_CHANGED', message, path: 'termsHash' }] });
  }
  if (declaredOn > proposal.acceptBy) return proposalExpired(proposal, declaredOn);
  if (proposal.terms.endsOn < declaredOn) return endBefore(proposal.terms.endsOn, declaredOn);
  return refuseBeforeOffer(proposal, declaredOn, 'declaredOn');
}

/** The scheduler may have been faster: late is late, whether the offer is already marked as expired or not (I-15). */
function refuseLateAcceptance(
  { proposalId }: AcceptMutualTermination,
  { termination }: PartnershipState,
  declaredOn: CalendarDate,
): Rejected<'PROPOSAL_EXPIRED'> | undefined {
  const proposal = termination.proposals[proposalId];
  return proposal?.status === 'EXPIRED' && declaredOn > proposal.acceptBy
    ? proposalExpired(proposal, declaredOn)
    : undefined;
}

function proposalExpired(proposal: TerminationProposal, declaredOn: CalendarDate): Rejected<'PROPOSAL_EXPIRED'> {
  const message = `The offer could be accepted until ${proposal.acceptBy}; ${declaredOn} is too late, so make a new proposal.`;
  return rejected('PROPOSAL_EXPIRED', message, {
    details: [{ code: 'PROPOSAL_EXPIRED', message, path: 'declaredOn' }],
  });
}

/** An acceptance dated back into a period that is over would undo I-15 by a mere claim, so it needs its document. */
function refuseLateRecord(
  command: AcceptMutualTermination,
  proposal: TerminationProposal,
  context: DecisionContext,
): Rejected<'EVIDENCE_REQUIRED'> | undefined {
  if (context.today <= proposal.acceptBy || command.fileRef !== undefined) return undefined;
  const message = `An acceptance recorded after ${proposal.acceptBy} needs the document that shows its date: give fileRef.`;
  return rejected('EVIDENCE_REQUIRED', message, { details: [{ code: 'FILE_REF_MISSING', message, path: 'fileRef' }] });
}

function refuseSamePerson(
  command: AcceptMutualTermination,
  proposal: TerminationProposal,
): Rejected<'SAME_PERSON_BOTH_SIDES'> | undefined {
  if (command.declaredBy !== proposal.consent.personId) return undefined;
  const message = `${command.declaredBy} declared the proposal: another person of the other side accepts it.`;
  return rejected('SAME_PERSON_BOTH_SIDES', message, {
    details: [{ code: 'SAME_PERSON_BOTH_SIDES', message, path: 'declaredBy' }],
  });
}

/** Terminations are approved by the head of partnering, consents given by the executives (domain.md 2.4). */
function refuseWithoutOwnAuthority(actor: EventActor, side: Side): Rejected<'FORBIDDEN'> | undefined {
  if (side === 'PARTNER' || actor.roles.some((role) => role === 'HEAD_OF_PARTNERING' || role === 'EXECUTIVE'))
    return undefined;
  return rejected(
    'FORBIDDEN',
    'For the own side a user with role HEAD_OF_PARTNERING or EXECUTIVE accepts: ask one of them.',
  );
}

function agreement(
  command: AcceptMutualTermination,
  proposal: TerminationProposal,
  declaredOn: CalendarDate,
  context: DecisionContext,
): readonly PartnershipEvent[] {
  const { proposalId, terms, consent: first } = proposal;
  const consent: Consent = {
    side: command.side,
    personId: command.declaredBy,
    declaredOn,
    authority: command.authority,
    form: command.form,
    ...(command.fileRef === undefined ? {} : { fileRef: command.fileRef }),
  };
  const firstConsent = { side: first.side, personId: first.personId, declaredOn: first.declaredOn };
  const items = windDownItems(terms, (index) => context.newId('wdi', index));
  return [
    {
      type: 'MutualTerminationAccepted',
      occurredOn: declaredOn,
      data: { proposalId, termsHash: command.termsHash, consent, firstConsent, endsOn: terms.endsOn },
    },
    {
      type: 'WindDownBegun',
      occurredOn: declaredOn,
      data: { ground: 'MUTUAL_AGREEMENT', endsOn: terms.endsOn, items },
    },
  ];
}
