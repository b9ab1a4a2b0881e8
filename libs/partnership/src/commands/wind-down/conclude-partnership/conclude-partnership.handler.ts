import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { ConcludePartnershipInput } from './conclude-partnership.input.js';
import { concludePartnership } from './conclude-partnership.js';

export class ConcludePartnershipCommand extends PartnershipCommand<ConcludePartnershipInput> {}

export const ConcludePartnershipHandler = partnershipHandler(ConcludePartnershipCommand, {
  decide: concludePartnership,
});
