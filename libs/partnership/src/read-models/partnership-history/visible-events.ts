import type { DomainEvent } from '#event-sourcing';
import { type Actor, isPartnerRep } from '#identity';

/** True if the actor may know of an event of a partnership that is the actor's to see: what is internal stays inside. */
export function isVisibleTo(actor: Actor, { type, data }: DomainEvent): boolean {
  if (!isPartnerRep(actor)) return true;
  return !(type === 'CommunicationLogged' && 'scope' in data && data.scope === 'INTERNAL_OWN');
}
