import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { CompleteWindDownItemInput } from './complete-wind-down-item.input.js';
import { completeWindDownItem } from './complete-wind-down-item.js';

export class CompleteWindDownItemCommand extends PartnershipCommand<CompleteWindDownItemInput> {}

export const CompleteWindDownItemHandler = partnershipHandler(CompleteWindDownItemCommand, {
  decide: ({ occurredOn, doneOn = occurredOn, ...completion }, state, context) =>
    completeWindDownItem({ ...completion, ...(doneOn === undefined ? {} : { doneOn }) }, state, context),
});
