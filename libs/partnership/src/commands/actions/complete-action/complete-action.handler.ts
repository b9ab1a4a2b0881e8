import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { CompleteActionInput } from './complete-action.input.js';
import { completeAction } from './complete-action.js';

export class CompleteActionCommand extends PartnershipCommand<CompleteActionInput> {}

export const CompleteActionHandler = partnershipHandler(CompleteActionCommand, { decide: completeAction });
