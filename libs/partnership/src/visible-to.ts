import type { Filter } from '#document-store';
import { type Actor, isPartnerRep } from '#identity';

/**
 * The filter that keeps a partner representative to the own partnerships. `field` holds the partnership's id. Joined to
 * other conditions by `allOf`: a spread would let a condition on the same field take its place.
 */
export function visibleTo<Document extends object>(actor: Actor, field = '_id'): Filter<Document> {
  return (isPartnerRep(actor) ? { [field]: { $in: actor.partnershipIds } } : {}) as Filter<Document>;
}
