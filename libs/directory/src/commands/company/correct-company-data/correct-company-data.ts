import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import {
  canonicalIdentity,
  type CompanyIdentity,
  type ExternalRef,
  type RemovableField,
} from '../../../domain/company/company-identity.js';
import type { CompanyEvent } from '../../../domain/company/events.js';
import { refuseLei } from '../../../domain/company/refuse-lei.js';
import type { CompanyRejectionCode } from '../../../domain/company/rejections.js';
import type { CompanyState, RegisteredCompany } from '../../../domain/company/state.js';
import { refuseBeforeFirstEvent } from '../../../domain/not-before-first-event.js';

/** Corrects what identifies a company (domain.md 2.7): fields that are not given stay. */
export interface CorrectCompanyData extends Partial<CompanyIdentity> {
  readonly occurredOn?: CalendarDate;
  readonly externalRefs?: readonly ExternalRef[];
  /** The values that were wrong and have no successor. */
  readonly remove?: readonly RemovableField[];
  readonly reason: string;
  /** It is another company than the one with the same domain or name: read by `companyReservations`. */
  readonly confirmDistinct?: boolean;
}

type Changes = Partial<CompanyIdentity> & { readonly externalRefs?: readonly ExternalRef[] };

/**
 * Corrects the values that differ: `NOT_FOUND`, `INVALID_LEI`, `VALIDATION_FAILED` before the registration. The same
 * values again change nothing. New values have to be reserved as in a registration (I-21).
 */
export function correctCompanyData(
  command: CorrectCompanyData,
  { company }: CompanyState,
  context: DecisionContext,
): Decision<CompanyEvent, CompanyRejectionCode> {
  const { occurredOn = context.today, remove = [], reason, confirmDistinct: _, ...given } = command;
  if (company === undefined)
    return rejected('NOT_FOUND', 'There is no company with this id. Use RegisterPartnerCompany.');
  const changes = differing(canonicalIdentity(given), company);
  const refusal = refuseBeforeFirstEvent(company.registeredOn, occurredOn) ?? refuseLei(changes.lei);
  if (refusal !== undefined) return refusal;
  const removed = remove.filter(
    (field, index) =>
      company.identity[field] !== undefined && given[field] === undefined && remove.indexOf(field) === index,
  );
  if (Object.keys(changes).length === 0 && removed.length === 0) return accepted();
  return accepted({ type: 'CompanyDataCorrected', occurredOn, data: { changes, removed, reason } });
}

function differing(given: Changes, { identity, externalRefs }: RegisteredCompany): Changes {
  const present: Readonly<Record<string, unknown>> = { ...identity, externalRefs };
  return Object.fromEntries(
    Object.entries<unknown>(given).filter(
      ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(present[field]),
    ),
  );
}
