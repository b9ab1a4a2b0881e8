import { AcceptMutualTerminationHandler } from './commands/termination/accept-mutual-termination/accept-mutual-termination.handler.js';
import { AcceptMutualTerminationResolver } from './commands/termination/accept-mutual-termination/accept-mutual-termination.resolver.js';
import { CounterProposeMutualTerminationHandler } from './commands/termination/counter-propose-mutual-termination/counter-propose-mutual-termination.handler.js';
import { CounterProposeMutualTerminationResolver } from './commands/termination/counter-propose-mutual-termination/counter-propose-mutual-termination.resolver.js';
import { ExpireProposalHandler } from './commands/termination/expire-proposal/expire-proposal.handler.js';
import { ExpireProposalResolver } from './commands/termination/expire-proposal/expire-proposal.resolver.js';
import { ProposeMutualTerminationHandler } from './commands/termination/propose-mutual-termination/propose-mutual-termination.handler.js';
import { ProposeMutualTerminationResolver } from './commands/termination/propose-mutual-termination/propose-mutual-termination.resolver.js';
import { RejectMutualTerminationHandler } from './commands/termination/reject-mutual-termination/reject-mutual-termination.handler.js';
import { RejectMutualTerminationResolver } from './commands/termination/reject-mutual-termination/reject-mutual-termination.resolver.js';
import { WithdrawMutualTerminationProposalHandler } from './commands/termination/withdraw-mutual-termination-proposal/withdraw-mutual-termination-proposal.handler.js';
import { WithdrawMutualTerminationProposalResolver } from './commands/termination/withdraw-mutual-termination-proposal/withdraw-mutual-termination-proposal.resolver.js';
import { AddWindDownItemHandler } from './commands/wind-down/add-wind-down-item/add-wind-down-item.handler.js';
import { AddWindDownItemResolver } from './commands/wind-down/add-wind-down-item/add-wind-down-item.resolver.js';
import { CompleteWindDownItemHandler } from './commands/wind-down/complete-wind-down-item/complete-wind-down-item.handler.js';
import { CompleteWindDownItemResolver } from './commands/wind-down/complete-wind-down-item/complete-wind-down-item.resolver.js';
import { ConcludePartnershipHandler } from './commands/wind-down/conclude-partnership/conclude-partnership.handler.js';
import { ConcludePartnershipResolver } from './commands/wind-down/conclude-partnership/conclude-partnership.resolver.js';
import { WaiveWindDownItemHandler } from './commands/wind-down/waive-wind-down-item/waive-wind-down-item.handler.js';
import { WaiveWindDownItemResolver } from './commands/wind-down/waive-wind-down-item/waive-wind-down-item.resolver.js';
import { ConcernedPartnerships } from './concerned-partnerships.query.js';
import { PartnershipReactions } from './partnership-reactions.adapter.js';
import { ExpireProposalsPastTheirDeadline } from './reactions/expire-proposals-past-their-deadline/expire-proposals-past-their-deadline.handler.js';
import { ReassignWhenAManagerIsDismissed } from './reactions/reassign-when-a-manager-is-dismissed/reassign-when-a-manager-is-dismissed.handler.js';
import { RelieveContactsWhenAPersonLeaves } from './reactions/relieve-contacts-when-a-person-leaves/relieve-contacts-when-a-person-leaves.handler.js';
import { RevokeCertificatesWhenTheirHolderLeaves } from './reactions/revoke-certificates-when-their-holder-leaves/revoke-certificates-when-their-holder-leaves.handler.js';
import { HistorySentences } from './read-models/partnership-history/history-sentences.query.js';
import { PartnershipHistoryHandler } from './read-models/partnership-history/partnership-history.query.js';
import {
  HistoryEntryTotalCountResolver,
  PartnershipHistoryResolver,
} from './read-models/partnership-history/partnership-history.resolver.js';
import {
  TerminationBoardHandler,
  TerminationBoardPresenter,
} from './read-models/termination-board/termination-board.query.js';
import {
  TerminationBoardResolver,
  TerminationCaseTotalCountResolver,
} from './read-models/termination-board/termination-board.resolver.js';
import { terminationBoard } from './read-models/termination-board/termination-board.js';
import { PartnershipChangedResolver } from './subscriptions/partnership-changed/partnership-changed.resolver.js';
import { PartnershipChanges } from './subscriptions/partnership-changed/partnership-changes.query.js';

const termination = [
  ProposeMutualTerminationHandler,
  ProposeMutualTerminationResolver,
  CounterProposeMutualTerminationHandler,
  CounterProposeMutualTerminationResolver,
  AcceptMutualTerminationHandler,
  AcceptMutualTerminationResolver,
  RejectMutualTerminationHandler,
  RejectMutualTerminationResolver,
  WithdrawMutualTerminationProposalHandler,
  WithdrawMutualTerminationProposalResolver,
  ExpireProposalHandler,
  ExpireProposalResolver,
  TerminationBoardHandler,
  TerminationBoardPresenter,
  TerminationBoardResolver,
  TerminationCaseTotalCountResolver,
];

const windDown = [
  AddWindDownItemHandler,
  AddWindDownItemResolver,
  CompleteWindDownItemHandler,
  CompleteWindDownItemResolver,
  WaiveWindDownItemHandler,
  WaiveWindDownItemResolver,
  ConcludePartnershipHandler,
  ConcludePartnershipResolver,
];

const history = [
  HistorySentences,
  PartnershipHistoryHandler,
  PartnershipHistoryResolver,
  HistoryEntryTotalCountResolver,
  PartnershipChanges,
  PartnershipChangedResolver,
];

const reactions = [
  ConcernedPartnerships,
  ExpireProposalsPastTheirDeadline,
  RelieveContactsWhenAPersonLeaves,
  RevokeCertificatesWhenTheirHolderLeaves,
  ReassignWhenAManagerIsDismissed,
  PartnershipReactions,
];

/** What makes the end of a partnership reachable, its history, its live changes, and what follows by itself (domain.md 2.8, 2.12). */
export const endingProviders = [...termination, ...windDown, ...history, ...reactions];

/** The read models of the end of a partnership. */
export const endingProjections = [terminationBoard];
