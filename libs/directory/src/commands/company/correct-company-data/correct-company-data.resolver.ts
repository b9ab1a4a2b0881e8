import { companyMutation } from '../../../company-mutation.resolver.js';
import { CorrectCompanyDataCommand } from './correct-company-data.handler.js';
import { CorrectCompanyDataInput } from './correct-company-data.input.js';

export const CorrectCompanyDataResolver = companyMutation({
  name: 'correctCompanyData',
  description: 'Corrects what identifies a company; the old values stay in its history.',
  input: CorrectCompanyDataInput,
  message: CorrectCompanyDataCommand,
  records: ['CompanyDataCorrected', 'ReservationMade'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
