import { type Rejected, rejected } from '#event-sourcing';
import type { PartnershipState } from './state.js';
import { openStatuses, type PartnershipStatus } from './vocabulary.js';

const running = ['ACTIVE', 'SUSPENDED'] as const;
const begun = ['ONBOARDING', 'ACTIVE', 'SUSPENDED', 'WINDING_DOWN'] as const;

/** The states in which a partnership accepts each command: the table of domain.md 2.2 as data. */
export const allowedStates = {
  BeginOnboarding: ['PROSPECTIVE', 'ONBOARDING'],
  CompleteOnboarding: ['ONBOARDING'],
  AbandonPartnership: ['PROSPECTIVE', 'ONBOARDING'],
  AssignPartnerManager: openStatuses,
  ReassignPartnerManager: openStatuses,
  AssignContact: openStatuses,
  RelieveContact: openStatuses,
  RecordAgreement: openStatuses,
  AmendAgreement: openStatuses,
  RecordAgreementRenewal: openStatuses,
  AdoptRelationshipPlan: openStatuses,
  RecordRequirementEvidence: begun,
  RevokeRequirementEvidence: begun,
  WaiveRequirement: begun,
  ScheduleReview: begun,
  HoldReview: begun,
  SubmitPartnerScores: begun,
  CancelReview: begun,
  AgreeAction: begun,
  CompleteAction: begun,
  ReplanAction: begun,
  CancelAction: begun,
  LogCommunication: openStatuses,
  RecordBusinessResult: begun,
  ProposeMutualTermination: running,
  AcceptMutualTermination: running,
  RejectMutualTermination: running,
  CounterProposeMutualTermination: running,
  WithdrawMutualTerminationProposal: running,
  ExpireProposal: running,
  AddWindDownItem: ['WINDING_DOWN'],
  CompleteWindDownItem: ['WINDING_DOWN', 'TERMINATED'],
  WaiveWindDownItem: ['WINDING_DOWN'],
  ConcludePartnership: ['WINDING_DOWN'],
} as const satisfies Readonly<Record<string, readonly PartnershipStatus[]>>;

/** A command that works on a partnership that exists. */
export type PartnershipCommandName = keyof typeof allowedStates;

/** The commands a partnership in this state accepts, in the order of the table. */
export function commandsAllowedIn(status: PartnershipStatus): readonly PartnershipCommandName[] {
  return (Object.keys(allowedStates) as PartnershipCommandName[]).filter((command) =>
    (allowedStates[command] as readonly PartnershipStatus[]).includes(status),
  );
}

/**
 * The refusal when the partnership does not exist (`NOT_FOUND`) or its state does not accept the command
 * (`INVALID_STATE` with the present state and what is allowed instead); `undefined` when it does.
 */
export function refuseInState(
  state: PartnershipState,
  command: PartnershipCommandName,
): Rejected<'NOT_FOUND' | 'INVALID_STATE'> | undefined {
  const { status } = state.lifecycle;
  if (status === undefined) return rejected('NOT_FOUND', 'There is no partnership with this id.');
  if ((allowedStates[command] as readonly PartnershipStatus[]).includes(status)) return undefined;
  return rejected('INVALID_STATE', `A partnership that is ${status} does not accept ${command}.`, {
    details: [{ code: status, message: 'the present state' }],
    currentState: status,
    allowedCommands: commandsAllowedIn(status),
  });
}
