import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import { canonicalIdentity, type CompanyIdentity, type ExternalRef } from '../../../domain/company/company-identity.js';
import type { CompanyEvent } from '../../../domain/company/events.js';
import { refuseLei } from '../../../domain/company/refuse-lei.js';
import type { CompanyRejectionCode } from '../../../domain/company/rejections.js';
import type { CompanyState } from '../../../domain/company/state.js';
import { refuseField } from '../../../domain/not-before-first-event.js';

/** Registers a partner company (domain.md 2.7). `occurredOn` is today by default. */
export interface RegisterPartnerCompany extends CompanyIdentity {
  readonly occurredOn?: CalendarDate;
  readonly externalRefs?: readonly ExternalRef[];
  /** The fields of which an imported list says nothing; only `country` is ever required. */
  readonly unknownFields?: readonly string[];
  /** It is another company than the one with the same domain or name: read by `companyReservations`. */
  readonly confirmDistinct?: boolean;
}

/**
 * Registers a company under the id `newId('cmp')`: `INVALID_LEI`, `VALIDATION_FAILED` without a country that nobody
 * declared unknown. That no other company has its values (I-21) is what `companyReservations` and `reserve` are for.
 */
export function registerPartnerCompany(
  command: RegisterPartnerCompany,
  state: CompanyState,
  context: DecisionContext,
): Decision<CompanyEvent, CompanyRejectionCode> {
  const { occurredOn = context.today, externalRefs = [], unknownFields = [], confirmDistinct: _, ...given } = command;
  if (state.company !== undefined)
    return rejected('INVALID_STATE', 'This company is registered. Use CorrectCompanyData to change it.', {
      currentState: 'REGISTERED',
      allowedCommands: ['CorrectCompanyData'],
    });
  const identity = canonicalIdentity(given);
  if (identity.country === undefined && !unknownFields.includes('country'))
    return refuseField('country', 'COUNTRY_MISSING', 'give the country as two letters (ISO 3166-1), such as DE.');
  const refusal = refuseLei(identity.lei);
  if (refusal !== undefined) return refusal;
  return accepted({
    type: 'PartnerCompanyRegistered',
    occurredOn,
    data: {
      companyId: context.newId('cmp'),
      ...identity,
      externalRefs,
      unknownFields: unknownFields.filter((field) => !Object.hasOwn(identity, field)),
    },
  });
}
