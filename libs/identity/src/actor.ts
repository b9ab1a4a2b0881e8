import type { EventActor } from '#event-sourcing';
import type { Role } from './roles.js';

/** Who is asking, as the signed token says: also what goes into every event, apart from the partnerships. */
export interface Actor extends EventActor {
  readonly roles: readonly Role[];
  /** The partnerships a PARTNER_REP represents; empty for everybody else. */
  readonly partnershipIds: readonly string[];
}

/** True if the actor has at least one of the roles. */
export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => actor.roles.includes(role));
}

/** True for an actor of the other company, who is bound to {@link Actor.partnershipIds} (domain.md 2.4). */
export function isPartnerRep(actor: Actor): boolean {
  return actor.roles.includes('PARTNER_REP');
}

/** True if the actor may see this partnership: everybody of the own side, a representative only the own ones. */
export function maySeePartnership(actor: Actor, partnershipId: string): boolean {
  return !isPartnerRep(actor) || actor.partnershipIds.includes(partnershipId);
}

/** True if the actor may see who a person is: analysts work on pseudonyms (domain.md 2.4, 2.10). */
export function maySeeNames(actor: Actor): boolean {
  return actor.roles.some((role) => role !== 'ANALYST');
}

/** The part of an actor that stands in the envelope of events. */
export function eventActor({ userId, roles, onBehalfOfSide }: Actor): EventActor {
  return { userId, roles, onBehalfOfSide };
}

/** True if the actor may read personal data whose processing is restricted (Art. 18 GDPR). */
export function maySeeRestricted(actor: Actor): boolean {
  return hasRole(actor, 'COMPLIANCE', 'AUDITOR');
}
