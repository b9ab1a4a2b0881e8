import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { reassignPartnerManager } from './reassign-partner-manager.js';
import type { ReassignPartnerManagerInput } from './reassign-partner-manager.input.js';

export class ReassignPartnerManagerCommand extends PartnershipCommand<ReassignPartnerManagerInput> {}

export const ReassignPartnerManagerHandler = partnershipHandler(ReassignPartnerManagerCommand, {
  facts: (facts, { managerId }) => facts.managerNaming(managerId),
  decide: reassignPartnerManager,
});
