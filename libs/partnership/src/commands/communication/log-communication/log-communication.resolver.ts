import { ownStaff } from '#identity';
import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { LogCommunicationCommand } from './log-communication.handler.js';
import { LogCommunicationInput } from './log-communication.input.js';

export const LogCommunicationResolver = partnershipMutation({
  name: 'logCommunication',
  description: 'Logs an exchange between the companies or inside the own one; only the former ends silence.',
  input: LogCommunicationInput,
  message: LogCommunicationCommand,
  records: ['CommunicationLogged'],
  roles: ownStaff,
});
