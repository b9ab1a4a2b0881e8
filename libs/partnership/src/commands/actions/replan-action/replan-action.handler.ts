import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { ReplanActionInput } from './replan-action.input.js';
import { replanAction } from './replan-action.js';

export class ReplanActionCommand extends PartnershipCommand<ReplanActionInput> {}

export const ReplanActionHandler = partnershipHandler(ReplanActionCommand, { decide: replanAction });
