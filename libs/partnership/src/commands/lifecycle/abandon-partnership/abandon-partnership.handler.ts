import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { abandonPartnership } from './abandon-partnership.js';
import type { AbandonPartnershipInput } from './abandon-partnership.input.js';

export class AbandonPartnershipCommand extends PartnershipCommand<AbandonPartnershipInput> {}

export const AbandonPartnershipHandler = partnershipHandler(AbandonPartnershipCommand, { decide: abandonPartnership });
