import { PersonCommand, personHandler } from '../../../person-command.handler.js';
import { requestErasure } from './request-erasure.js';
import type { RequestErasureInput } from './request-erasure.input.js';

export class RequestErasureCommand extends PersonCommand<RequestErasureInput> {}

export const RequestErasureHandler = personHandler(RequestErasureCommand, requestErasure);
