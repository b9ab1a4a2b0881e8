import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { WaiveWindDownItemInput } from './waive-wind-down-item.input.js';
import { waiveWindDownItem } from './waive-wind-down-item.js';

export class WaiveWindDownItemCommand extends PartnershipCommand<WaiveWindDownItemInput> {}

export const WaiveWindDownItemHandler = partnershipHandler(WaiveWindDownItemCommand, { decide: waiveWindDownItem });
