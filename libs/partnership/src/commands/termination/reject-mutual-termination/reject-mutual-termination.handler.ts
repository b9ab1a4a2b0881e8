import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { RejectMutualTerminationInput } from './reject-mutual-termination.input.js';
import { rejectMutualTermination } from './reject-mutual-termination.js';

export class RejectMutualTerminationCommand extends PartnershipCommand<RejectMutualTerminationInput> {}

export const RejectMutualTerminationHandler = partnershipHandler(RejectMutualTerminationCommand, {
  facts: async (facts, { declaredBy }) => ({ declarer: await facts.person(declaredBy) }),
  decide: rejectMutualTermination,
});
