import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { relieveContact } from './relieve-contact.js';
import type { RelieveContactInput } from './relieve-contact.input.js';

export class RelieveContactCommand extends PartnershipCommand<RelieveContactInput> {}

export const RelieveContactHandler = partnershipHandler(RelieveContactCommand, { decide: relieveContact });
