import { PersonCommand, personHandler } from '../../../person-command.handler.js';
import { recordPersonLeftCompany } from './record-person-left-company.js';
import type { RecordPersonLeftCompanyInput } from './record-person-left-company.input.js';

export class RecordPersonLeftCompanyCommand extends PersonCommand<RecordPersonLeftCompanyInput> {}

export const RecordPersonLeftCompanyHandler = personHandler(RecordPersonLeftCompanyCommand, recordPersonLeftCompany);
