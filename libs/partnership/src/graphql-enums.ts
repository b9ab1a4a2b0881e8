import { enumType } from '#graphql';
import {
  authorities,
  compensationAssessments,
  declarationForms,
  handoverTargets,
  windDownItemKinds,
} from './domain/end-vocabulary.js';
import { actionStatuses } from './domain/events/actions.js';
import { communicationChannels, communicationDirections, communicationScopes } from './domain/events/communication.js';
import { resultAttributions, resultKinds } from './domain/events/results.js';
import { reviewKinds, reviewOutcomes } from './domain/events/reviews.js';
import { importBatchStatuses } from './domain/import-batch/import-batch-state.js';
import { rowRejectionCodes } from './domain/import-batch/row-rejection-codes.js';
import { actingSides, eventClocks, eventSources, historyDirections } from './domain/recording-vocabulary.js';
import { reviewStatuses } from './domain/review-statuses.js';
import { terminationBoardStates, windDownItemStatuses } from './domain/termination-board-states.js';
import { abandonReasons, contactReliefReasons, openingStates, partnershipStatuses } from './domain/vocabulary.js';

/** GraphQL: the states of a partnership. */
export const PartnershipStatusEnum = enumType(
  'PartnershipStatus',
  partnershipStatuses,
  'Where a partnership stands on its way from proposal to end.',
);

/** GraphQL: the kinds of review. */
export const ReviewKindEnum = enumType('ReviewKind', reviewKinds, 'What a review is held for.');

/** GraphQL: what a review concludes. */
export const ReviewOutcomeEnum = enumType('ReviewOutcome', reviewOutcomes, 'What a review concludes.');

/** GraphQL: the states of an agreed action. */
export const ActionStatusEnum = enumType('ActionStatus', actionStatuses, 'How an agreed action stands.');

/** GraphQL: how a review stands. */
export const ReviewStatusEnum = enumType('ReviewStatus', reviewStatuses, 'Planned, then held or called off.');

/** GraphQL: how an exchange took place. */
export const CommunicationChannelEnum = enumType(
  'CommunicationChannel',
  communicationChannels,
  'How an exchange took place.',
);

/** GraphQL: who spoke to whom. */
export const CommunicationDirectionEnum = enumType(
  'CommunicationDirection',
  communicationDirections,
  'Who spoke to whom: INBOUND comes from the partner, OUTBOUND from the own side.',
);

/** GraphQL: between the companies, or inside the own one. */
export const CommunicationScopeEnum = enumType(
  'CommunicationScope',
  communicationScopes,
  'Between the companies, or inside the own one; the latter never ends silence.',
);

/** GraphQL: what a partnership can bring. */
export const ResultKindEnum = enumType('ResultKind', resultKinds, 'What a partnership can bring.');

/** GraphQL: how the partner contributed to a result. */
export const ResultAttributionEnum = enumType(
  'ResultAttribution',
  resultAttributions,
  'How the partner contributed; results of different attribution are never added together.',
);

/** GraphQL: on which authority a person declares for a side. */
export const AuthorityEnum = enumType(
  'Authority',
  authorities,
  'On which authority a person declares for a side; NOT_VERIFIED is recorded, never hidden.',
);

/** GraphQL: the form of a declaration. */
export const DeclarationFormEnum = enumType(
  'DeclarationForm',
  declarationForms,
  'The form of a declaration: signed paper, text such as a mail, or spoken.',
);

/** GraphQL: who looks after the customers that are handed over. */
export const HandoverTargetEnum = enumType(
  'HandoverTarget',
  handoverTargets,
  'Who looks after the customers from the end of the partnership on.',
);

/** GraphQL: where the claim of a sales partner to compensation stands. */
export const CompensationAssessmentEnum = enumType(
  'CompensationAssessment',
  compensationAssessments,
  'Where the claim of a sales partner to compensation under § 89b HGB stands.',
);

/** GraphQL: what can remain to be done before the conclusion. */
export const WindDownItemKindEnum = enumType(
  'WindDownItemKind',
  windDownItemKinds,
  'What can remain to be done between the agreed end and the conclusion.',
);

/** GraphQL: the states in which a partnership can be taken over. */
export const OpeningStateEnum = enumType(
  'OpeningState',
  openingStates,
  'The state in which a partnership was that existed before.',
);

/** GraphQL: why a partnership never became active. */
export const AbandonReasonEnum = enumType('AbandonReason', abandonReasons, 'Why a partnership never became active.');

/** GraphQL: why a responsible contact stopped. */
export const ContactReliefReasonEnum = enumType(
  'ContactReliefReason',
  contactReliefReasons,
  'Why a responsible contact stopped.',
);

/** GraphQL: how an import batch stands. */
export const ImportBatchStatusEnum = enumType(
  'ImportBatchStatus',
  importBatchStatuses,
  'STAGED: its rows are being read and taken over. COMMITTED: closed with its counts.',
);

/** GraphQL: why a row of an import is not taken over. */
export const ImportRowRejectionCodeEnum = enumType(
  'ImportRowRejectionCode',
  rowRejectionCodes,
  'Why a row of an import is not taken over.',
);

/** GraphQL: where a wind-down item stands. */
export const WindDownItemStatusEnum = enumType(
  'WindDownItemStatus',
  windDownItemStatuses,
  'Where a thing stands that is to be done before the conclusion.',
);

/** GraphQL: what is under way towards the end of a partnership. */
export const TerminationBoardStateEnum = enumType(
  'TerminationBoardState',
  terminationBoardStates,
  'PROPOSED: an offer waits for an answer. WINDING_DOWN: the end is settled. TERMINATED: it has come.',
);

/** GraphQL: the channel through which a command came in. */
export const EventSourceEnum = enumType('EventSource', eventSources, 'The channel through which a command came in.');

/** GraphQL: whose clock an event was recorded by. */
export const EventClockEnum = enumType('EventClock', eventClocks, 'SIMULATED only in the demo.');

/** GraphQL: on whose behalf somebody acts. */
export const ActingSideEnum = enumType('ActingSide', actingSides, 'SYSTEM: nobody decided, for example a deadline.');

/** GraphQL: the orders in which a history is read. */
export const HistoryDirectionEnum = enumType('HistoryDirection', historyDirections, 'The order of a history.');
