import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { LogCommunicationInput } from './log-communication.input.js';
import { type LogCommunication, logCommunication } from './log-communication.js';

export class LogCommunicationCommand extends PartnershipCommand<LogCommunicationInput> {}

export const LogCommunicationHandler = partnershipHandler(LogCommunicationCommand, {
  prepare: async ({ summary, ...input }, texts): Promise<LogCommunication> => {
    const [sealed] = await texts.seal([summary]);
    return { ...input, summary: sealed };
  },
  facts: async (facts, { participants }) => ({ persons: await facts.persons(participants) }),
  decide: logCommunication,
});
