import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { assignContact } from './assign-contact.js';
import type { AssignContactInput } from './assign-contact.input.js';

export class AssignContactCommand extends PartnershipCommand<AssignContactInput> {}

export const AssignContactHandler = partnershipHandler(AssignContactCommand, {
  facts: async (facts, { personId }) => ({ person: await facts.person(personId) }),
  decide: assignContact,
});
