import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { AgreeActionInput } from './agree-action.input.js';
import { type AgreeAction, agreeAction } from './agree-action.js';

export class AgreeActionCommand extends PartnershipCommand<AgreeActionInput> {}

export const AgreeActionHandler = partnershipHandler(AgreeActionCommand, {
  prepare: async ({ text, ...input }, texts): Promise<AgreeAction> => {
    const [sealed] = await texts.seal([text]);
    return { ...input, text: sealed };
  },
  facts: async (facts, { ownerPersonId }) => ({ persons: await facts.persons([ownerPersonId]) }),
  decide: agreeAction,
});
