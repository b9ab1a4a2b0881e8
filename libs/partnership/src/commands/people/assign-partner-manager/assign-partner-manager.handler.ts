import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { assignPartnerManager } from './assign-partner-manager.js';
import type { AssignPartnerManagerInput } from './assign-partner-manager.input.js';

export class AssignPartnerManagerCommand extends PartnershipCommand<AssignPartnerManagerInput> {}

export const AssignPartnerManagerHandler = partnershipHandler(AssignPartnerManagerCommand, {
  facts: (facts, { managerId }) => facts.managerNaming(managerId),
  decide: assignPartnerManager,
});
