import type { CalendarDate } from '#calendar';
import type { AgreementState, AgreementTerm } from './state/agreement.js';

/** An agreement and the version of it that holds on a day. */
export interface AgreementInForce {
  readonly agreementRef: string;
  readonly term: AgreementTerm;
}

/**
 * The agreements in force on a day: signed by then and not ended (domain.md 2.3). The last day still counts; one that
 * renews itself does not end by its date.
 */
export function agreementsInForceOn(state: AgreementState, date: CalendarDate): readonly AgreementInForce[] {
  return Object.entries(state.agreements).flatMap(([agreementRef, versions]) => {
    const signed = versions.filter(({ signedOn }) => signedOn <= date);
    const term = signed.findLast(({ startsOn }) => startsOn <= date) ?? signed.at(-1);
    return term === undefined || hasEnded(term, date) ? [] : [{ agreementRef, term }];
  });
}

function hasEnded({ endsOn, autoRenewMonths }: AgreementTerm, date: CalendarDate): boolean {
  return endsOn !== undefined && autoRenewMonths === undefined && endsOn < date;
}
