import { companyMutation } from '../../../company-mutation.resolver.js';
import { RegisterPartnerCompanyCommand } from './register-partner-company.handler.js';
import { RegisterPartnerCompanyInput } from './register-partner-company.input.js';

export const RegisterPartnerCompanyResolver = companyMutation({
  name: 'registerPartnerCompany',
  description: 'Makes a legal entity known as partner company; one per LEI, register entry and VAT id.',
  input: RegisterPartnerCompanyInput,
  message: RegisterPartnerCompanyCommand,
  records: ['PartnerCompanyRegistered', 'ReservationMade'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'SYSTEM'],
});
