import type { CalendarDate } from '#calendar';
import {
  accepted,
  type Decision,
  type DecisionContext,
  type Rejected,
  rejected,
  refuseFutureDate,
} from '#event-sourcing';
import type { Side } from '../../../domain/facts.js';
import { refuseField } from '../../../domain/not-before-first-event.js';
import type { PersonEvent } from '../../../domain/person/events.js';
import { inVaultOrder, type PersonField } from '../../../domain/person/person-field.js';
import { refuseDuplicate } from '../../../domain/person/refuse-duplicate.js';
import type { PersonRejectionCode } from '../../../domain/person/rejections.js';
import type { PersonState } from '../../../domain/person/state.js';

/** Registers a contact person of one side (domain.md 2.7). The values themselves go to the person vault only. */
export interface RegisterContactPerson {
  readonly occurredOn?: CalendarDate;
  readonly side: Side;
  /** The partner company; not given for the own side. */
  readonly companyId?: string;
  /** The fields that the vault gets. */
  readonly changedFields: readonly PersonField[];
  readonly legalBasis: string;
  /** When the person was told of the processing (Art. 14 GDPR). */
  readonly informationNoticeSentOn?: CalendarDate;
}

/** What a registration needs of other places. */
export interface RegisterContactPersonFacts {
  /** Whether the company is registered; of no importance for the own side. */
  readonly companyKnown: boolean;
  /** Who has the same mail address in the same company, as the vault answered. */
  readonly duplicateOf?: string;
}

/**
 * Registers a contact person under the id `newId('prs')`: `COMPANY_UNKNOWN`, `PERSON_DUPLICATE`, `VALIDATION_FAILED` for a
 * company that does not fit the side, `OCCURRED_IN_FUTURE` for a notice that is not yet sent. Decide first without
 * `duplicateOf`, then store in the vault, then decide with its answer: so that a refused person is never stored.
 */
export function registerContactPerson(
  command: RegisterContactPerson,
  state: PersonState,
  context: DecisionContext,
  facts: RegisterContactPersonFacts,
): Decision<PersonEvent, PersonRejectionCode> {
  const { occurredOn = context.today, side, companyId, changedFields, legalBasis, informationNoticeSentOn } = command;
  if (state.person !== undefined)
    return rejected('INVALID_STATE', 'This person is registered. Use UpdateContactPersonData to change the data.', {
      currentState: 'REGISTERED',
      allowedCommands: ['UpdateContactPersonData'],
    });
  const refusal =
    refuseCompany(command, facts) ??
    refuseFutureDate(occurredOn, context.today) ??
    refuseFutureDate(informationNoticeSentOn, context.today, 'informationNoticeSentOn') ??
    refuseDuplicate(facts.duplicateOf);
  if (refusal !== undefined) return refusal;
  return accepted({
    type: 'ContactPersonRegistered',
    occurredOn,
    data: {
      personId: context.newId('prs'),
      side,
      ...(companyId === undefined ? {} : { companyId }),
      changedFields: inVaultOrder(changedFields),
      legalBasis,
      ...(informationNoticeSentOn === undefined ? {} : { informationNoticeSentOn }),
    },
  });
}

function refuseCompany(
  { side, companyId }: RegisterContactPerson,
  { companyKnown }: RegisterContactPersonFacts,
): Rejected<PersonRejectionCode> | undefined {
  if (side === 'OWN')
    return companyId === undefined
      ? undefined
      : refuseField('companyId', 'COMPANY_OF_OWN_SIDE', 'a person of side OWN has no partner company. Leave it out.');
  if (companyId === undefined)
    return refuseField('companyId', 'COMPANY_MISSING', 'a person of side PARTNER works for a company. Give its id.');
  if (companyKnown) return undefined;
  const message = `companyId: ${companyId} is not registered. Use RegisterPartnerCompany first.`;
  return rejected('COMPANY_UNKNOWN', message, { details: [{ code: 'COMPANY_UNKNOWN', path: 'companyId', message }] });
}
