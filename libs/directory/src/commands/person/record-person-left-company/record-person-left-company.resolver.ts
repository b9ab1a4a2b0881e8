import { personMutation } from '../../../person-mutation.resolver.js';
import { RecordPersonLeftCompanyCommand } from './record-person-left-company.handler.js';
import { RecordPersonLeftCompanyInput } from './record-person-left-company.input.js';

export const RecordPersonLeftCompanyResolver = personMutation({
  name: 'recordPersonLeftCompany',
  description: 'Records from when on a person no longer works for the company; assignments end and vacancies open.',
  input: RecordPersonLeftCompanyInput,
  message: RecordPersonLeftCompanyCommand,
  records: ['ContactPersonLeftCompany'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
