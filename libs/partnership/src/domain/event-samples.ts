import { actionAgreedInReview, actionCancelled, actionCompleted, actionReplanned } from './event-samples/actions.js';
import {
  agreementAmended,
  agreementRecorded,
  agreementRenewed,
  relationshipPlanAdopted,
} from './event-samples/agreement.js';
import { communicationLogged } from './event-samples/communication.js';
import {
  onboardingBegun,
  partnershipAbandoned,
  partnershipImported,
  partnershipOnboarded,
  partnershipProposed,
} from './event-samples/lifecycle.js';
import {
  contactRelieved,
  partnerContactAssigned,
  partnerManagerAssigned,
  partnerManagerReassigned,
} from './event-samples/people.js';
import {
  requirementEvidenceRecorded,
  requirementEvidenceRevoked,
  requirementWaived,
} from './event-samples/requirements.js';
import { businessResultRecorded } from './event-samples/results.js';
import { partnerScoresSubmitted, reviewCancelled, reviewHeld, reviewScheduled } from './event-samples/reviews.js';
import {
  mutualTerminationAccepted,
  mutualTerminationCounterProposed,
  mutualTerminationProposalExpired,
  mutualTerminationProposalWithdrawn,
  mutualTerminationProposed,
  mutualTerminationRejected,
} from './event-samples/termination.js';
import {
  partnershipTerminatedByMutualAgreement,
  windDownBegun,
  windDownItemAdded,
  windDownItemCompleted,
  windDownItemWaived,
} from './event-samples/wind-down.js';
import type { PartnershipEvent, PartnershipEventNamed } from './events.js';
import type { ImportBatchEvent, ImportBatchEventNamed } from './import-batch/import-batch-events.js';
import { importCommitted, importRowRejected, importStaged } from './import-batch/import-batch-samples.js';

/** An example of every event of a partnership; an event without one does not compile. */
export const partnershipEventSamples: {
  readonly [Type in PartnershipEvent['type']]: PartnershipEventNamed<Type>;
} = {
  PartnershipProposed: partnershipProposed,
  PartnershipImported: partnershipImported,
  OnboardingBegun: onboardingBegun,
  PartnershipOnboarded: partnershipOnboarded,
  PartnershipAbandoned: partnershipAbandoned,
  PartnerManagerAssigned: partnerManagerAssigned,
  PartnerManagerReassigned: partnerManagerReassigned,
  ContactAssigned: partnerContactAssigned,
  ContactRelieved: contactRelieved,
  AgreementRecorded: agreementRecorded,
  AgreementAmended: agreementAmended,
  AgreementRenewed: agreementRenewed,
  RelationshipPlanAdopted: relationshipPlanAdopted,
  RequirementEvidenceRecorded: requirementEvidenceRecorded,
  RequirementEvidenceRevoked: requirementEvidenceRevoked,
  RequirementWaived: requirementWaived,
  ReviewScheduled: reviewScheduled,
  ReviewHeld: reviewHeld,
  PartnerScoresSubmitted: partnerScoresSubmitted,
  ReviewCancelled: reviewCancelled,
  ActionAgreed: actionAgreedInReview,
  ActionCompleted: actionCompleted,
  ActionReplanned: actionReplanned,
  ActionCancelled: actionCancelled,
  CommunicationLogged: communicationLogged,
  BusinessResultRecorded: businessResultRecorded,
  MutualTerminationProposed: mutualTerminationProposed,
  MutualTerminationCounterProposed: mutualTerminationCounterProposed,
  MutualTerminationAccepted: mutualTerminationAccepted,
  MutualTerminationRejected: mutualTerminationRejected,
  MutualTerminationProposalWithdrawn: mutualTerminationProposalWithdrawn,
  MutualTerminationProposalExpired: mutualTerminationProposalExpired,
  WindDownBegun: windDownBegun,
  WindDownItemAdded: windDownItemAdded,
  WindDownItemCompleted: windDownItemCompleted,
  WindDownItemWaived: windDownItemWaived,
  PartnershipTerminatedByMutualAgreement: partnershipTerminatedByMutualAgreement,
};

/** An example of every event of an import batch. */
export const importBatchEventSamples: {
  readonly [Type in ImportBatchEvent['type']]: ImportBatchEventNamed<Type>;
} = {
  ImportStaged: importStaged,
  ImportRowRejected: importRowRejected,
  ImportCommitted: importCommitted,
};
