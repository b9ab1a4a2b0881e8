import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { CancelActionInput } from './cancel-action.input.js';
import { cancelAction } from './cancel-action.js';

export class CancelActionCommand extends PartnershipCommand<CancelActionInput> {}

export const CancelActionHandler = partnershipHandler(CancelActionCommand, { decide: cancelAction });
