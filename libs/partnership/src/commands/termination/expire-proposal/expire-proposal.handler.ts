import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { ExpireProposalInput } from './expire-proposal.input.js';
import { expireProposal } from './expire-proposal.js';

export class ExpireProposalCommand extends PartnershipCommand<ExpireProposalInput> {}

export const ExpireProposalHandler = partnershipHandler(ExpireProposalCommand, { decide: expireProposal });
