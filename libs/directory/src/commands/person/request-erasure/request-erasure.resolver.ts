import { personMutation } from '../../../person-mutation.resolver.js';
import { RequestErasureCommand } from './request-erasure.handler.js';
import { RequestErasureInput } from './request-erasure.input.js';

export const RequestErasureResolver = personMutation({
  name: 'requestErasure',
  description: 'Records that a person asked to be forgotten; the answer is due within one month (Art. 12 III GDPR).',
  input: RequestErasureInput,
  message: RequestErasureCommand,
  records: ['PersonErasureRequested'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'COMPLIANCE'],
});
