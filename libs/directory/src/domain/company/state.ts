import type { CalendarDate } from '#calendar';
import type { CompanyIdentity, ExternalRef } from './company-identity.js';
import type { CompanyEvent, CompanyEventNamed } from './events.js';

/** A partner company that exists. */
export interface RegisteredCompany {
  readonly companyId: string;
  readonly registeredOn: CalendarDate;
  readonly identity: CompanyIdentity;
  /** What it was before each correction: a value it never had is not one it gave up. */
  readonly formerly: readonly CompanyIdentity[];
  readonly externalRefs: readonly ExternalRef[];
  /** The fields of which an imported list said nothing and nobody since. */
  readonly unknownFields: readonly string[];
}

/** What the decisions of a partner company know; empty while it does not exist. */
export interface CompanyState {
  readonly company?: RegisteredCompany;
}

/** A company that is not registered. */
export const initialCompany: CompanyState = {};

/** The company after an event. */
export function evolveCompany(state: CompanyState, event: CompanyEvent): CompanyState {
  switch (event.type) {
    case 'PartnerCompanyRegistered': {
      const { companyId, externalRefs, unknownFields, ...identity } = event.data;
      return {
        company: {
          companyId,
          registeredOn: event.occurredOn,
          identity,
          formerly: [],
          externalRefs,
          unknownFields,
        },
      };
    }
    case 'CompanyDataCorrected':
      return state.company === undefined ? state : { company: corrected(state.company, event.data) };
  }
}

function corrected(
  company: RegisteredCompany,
  { changes, removed }: CompanyEventNamed<'CompanyDataCorrected'>['data'],
): RegisteredCompany {
  const { externalRefs = company.externalRefs, ...changed } = changes;
  const gone: readonly string[] = removed;
  const kept = Object.entries(company.identity).filter(([field]) => !gone.includes(field));
  return {
    ...company,
    identity: { ...(Object.fromEntries(kept) as unknown as CompanyIdentity), ...changed },
    formerly: [...company.formerly, company.identity],
    externalRefs,
    unknownFields: company.unknownFields.filter((field) => !Object.hasOwn(changed, field)),
  };
}
