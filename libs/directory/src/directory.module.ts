import { Module } from '@nestjs/common';
import { declareRejections } from '#graphql';
import { AbandonedRegistrations } from './abandoned-registrations.adapter.js';
import { CorrectCompanyDataHandler } from './commands/company/correct-company-data/correct-company-data.handler.js';
import { CorrectCompanyDataResolver } from './commands/company/correct-company-data/correct-company-data.resolver.js';
import { RegisterPartnerCompanyHandler } from './commands/company/register-partner-company/register-partner-company.handler.js';
import { RegisterPartnerCompanyResolver } from './commands/company/register-partner-company/register-partner-company.resolver.js';
import { AppointPartnerManagerHandler } from './commands/manager/appoint-partner-manager/appoint-partner-manager.handler.js';
import { AppointPartnerManagerResolver } from './commands/manager/appoint-partner-manager/appoint-partner-manager.resolver.js';
import { DismissPartnerManagerHandler } from './commands/manager/dismiss-partner-manager/dismiss-partner-manager.handler.js';
import { DismissPartnerManagerResolver } from './commands/manager/dismiss-partner-manager/dismiss-partner-manager.resolver.js';
import { EndAbsenceHandler } from './commands/manager/end-absence/end-absence.handler.js';
import { EndAbsenceResolver } from './commands/manager/end-absence/end-absence.resolver.js';
import { RecordAbsenceHandler } from './commands/manager/record-absence/record-absence.handler.js';
import { RecordAbsenceResolver } from './commands/manager/record-absence/record-absence.resolver.js';
import { SetCapacityHandler } from './commands/manager/set-capacity/set-capacity.handler.js';
import { SetCapacityResolver } from './commands/manager/set-capacity/set-capacity.resolver.js';
import { ErasePersonDataHandler } from './commands/person/erase-person-data/erase-person-data.handler.js';
import { ErasePersonDataResolver } from './commands/person/erase-person-data/erase-person-data.resolver.js';
import { RecordPersonLeftCompanyHandler } from './commands/person/record-person-left-company/record-person-left-company.handler.js';
import { RecordPersonLeftCompanyResolver } from './commands/person/record-person-left-company/record-person-left-company.resolver.js';
import { RegisterContactPersonHandler } from './commands/person/register-contact-person/register-contact-person.handler.js';
import { RegisterContactPersonResolver } from './commands/person/register-contact-person/register-contact-person.resolver.js';
import { RequestErasureHandler } from './commands/person/request-erasure/request-erasure.handler.js';
import { RequestErasureResolver } from './commands/person/request-erasure/request-erasure.resolver.js';
import { RestrictPersonDataHandler } from './commands/person/restrict-person-data/restrict-person-data.handler.js';
import { RestrictPersonDataResolver } from './commands/person/restrict-person-data/restrict-person-data.resolver.js';
import { UpdateContactPersonDataHandler } from './commands/person/update-contact-person-data/update-contact-person-data.handler.js';
import { UpdateContactPersonDataResolver } from './commands/person/update-contact-person-data/update-contact-person-data.resolver.js';
import { PartnerCompanyAcceptedResolver } from './company-mutation.resolver.js';
import { CompanyReservations } from './company-reservations.adapter.js';
import { DirectoryFacts } from './directory-facts.adapter.js';
import { directoryRejections } from './domain/rejections.js';
import { PartnerManagerAcceptedResolver } from './manager-mutation.resolver.js';
import { ContactPersonAcceptedResolver } from './person-mutation.resolver.js';
import { contactPersonsList } from './read-models/contact-persons/contact-persons.resolver.js';
import { ContactPersonPresenter, PersonNames } from './read-models/contact-persons/person-names.query.js';
import { CompanyNames } from './read-models/partner-companies/company-names.query.js';
import { partnerCompaniesList } from './read-models/partner-companies/partner-companies.resolver.js';
import { partnerManagersList } from './read-models/partner-managers/partner-managers.resolver.js';
import { Reservations } from './reservations.adapter.js';

declareRejections(directoryRejections);

const company = [
  PartnerCompanyAcceptedResolver,
  RegisterPartnerCompanyHandler,
  RegisterPartnerCompanyResolver,
  CorrectCompanyDataHandler,
  CorrectCompanyDataResolver,
  ...partnerCompaniesList,
];

const person = [
  ContactPersonAcceptedResolver,
  RegisterContactPersonHandler,
  RegisterContactPersonResolver,
  UpdateContactPersonDataHandler,
  UpdateContactPersonDataResolver,
  RecordPersonLeftCompanyHandler,
  RecordPersonLeftCompanyResolver,
  RequestErasureHandler,
  RequestErasureResolver,
  ErasePersonDataHandler,
  ErasePersonDataResolver,
  RestrictPersonDataHandler,
  RestrictPersonDataResolver,
  ...contactPersonsList,
];

const manager = [
  PartnerManagerAcceptedResolver,
  AppointPartnerManagerHandler,
  AppointPartnerManagerResolver,
  SetCapacityHandler,
  SetCapacityResolver,
  RecordAbsenceHandler,
  RecordAbsenceResolver,
  EndAbsenceHandler,
  EndAbsenceResolver,
  DismissPartnerManagerHandler,
  DismissPartnerManagerResolver,
  ...partnerManagersList,
];

const forOtherContexts = [Reservations, DirectoryFacts, CompanyNames, PersonNames];

/** The directory: partner companies, contact persons with their vault, partner managers. */
@Module({
  providers: [
    ...company,
    ...person,
    ...manager,
    CompanyReservations,
    AbandonedRegistrations,
    ContactPersonPresenter,
    ...forOtherContexts,
  ],
  exports: forOtherContexts,
})
export class DirectoryModule {}
