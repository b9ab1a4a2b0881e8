import { ManagerCommand, managerHandler } from '../../../manager-command.handler.js';
import { dismissPartnerManager } from './dismiss-partner-manager.js';
import type { DismissPartnerManagerInput } from './dismiss-partner-manager.input.js';

export class DismissPartnerManagerCommand extends ManagerCommand<DismissPartnerManagerInput> {}

export const DismissPartnerManagerHandler = managerHandler(DismissPartnerManagerCommand, {
  facts: async (facts, { managerId, handover }) => ({
    openPartnershipIds: await facts.openPartnershipsOf(managerId),
    successors: await facts.managers(handover.map((entry) => entry.managerId)),
    loads: await facts.loadsOf(handover.map((entry) => entry.managerId)),
  }),
  decide: dismissPartnerManager,
});
