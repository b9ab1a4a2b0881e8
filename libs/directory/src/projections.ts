import { contactPersons } from './read-models/contact-persons/contact-persons.js';
import { partnerCompanies } from './read-models/partner-companies/partner-companies.js';
import { partnerManagers } from './read-models/partner-managers/partner-managers.js';

/** Every read model of the directory. */
export const directoryProjections = [partnerCompanies, contactPersons, partnerManagers];
