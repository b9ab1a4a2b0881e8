import type { CalendarDate } from '#calendar';
import type { Requirement } from '#programme/domain';
import { agreementsInForceOn } from './agreement-in-force.js';
import { type RequirementBasis, type RequirementStatus, requirementStatusOn } from './requirement-status.js';
import type { PartnershipState } from './state.js';

/** What a partnership's requirements are judged by on a day. */
export function requirementBasisOn(
  state: Pick<PartnershipState, 'agreement' | 'requirements'>,
  date: CalendarDate,
): RequirementBasis {
  const plan = state.agreement.plans.findLast(({ adoptedOn }) => adoptedOn <= date);
  return {
    evidence: Object.values(state.requirements.evidence),
    waivers: state.requirements.waivers,
    agreementInForce: agreementsInForceOn(state.agreement, date).length > 0,
    ...(plan === undefined ? {} : { plan }),
  };
}

/** The status of one requirement of a partnership on a day. */
export function partnershipRequirementOn(
  state: Pick<PartnershipState, 'agreement' | 'requirements'>,
  requirement: Requirement,
  date: CalendarDate,
): RequirementStatus {
  return requirementStatusOn(requirement, requirementBasisOn(state, date), date);
}
