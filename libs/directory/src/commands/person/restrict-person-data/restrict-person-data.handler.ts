import { PersonCommand, personHandler } from '../../../person-command.handler.js';
import { restrictPersonData } from './restrict-person-data.js';
import type { RestrictPersonDataInput } from './restrict-person-data.input.js';

export class RestrictPersonDataCommand extends PersonCommand<RestrictPersonDataInput> {}

export const RestrictPersonDataHandler = personHandler(RestrictPersonDataCommand, restrictPersonData);
