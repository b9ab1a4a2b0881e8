import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { AddWindDownItemInput } from './add-wind-down-item.input.js';
import { addWindDownItem } from './add-wind-down-item.js';

export class AddWindDownItemCommand extends PartnershipCommand<AddWindDownItemInput> {}

export const AddWindDownItemHandler = partnershipHandler(AddWindDownItemCommand, { decide: addWindDownItem });
