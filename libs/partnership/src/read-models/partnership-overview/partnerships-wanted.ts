import { allOf, type Filter } from '#document-store';
import type { PartnerCategory } from '#programme/domain';
import { openStatuses, type PartnershipStatus } from '../../domain/vocabulary.js';
import type { Partnership } from './partnership.js';

/** Which partnerships are wanted; what is absent does not matter. */
export interface PartnershipsWanted {
  readonly states?: readonly PartnershipStatus[];
  readonly categories?: readonly PartnerCategory[];
  readonly managerId?: string;
  readonly companyId?: string;
  /** Only open ones that nobody looks after: without a partner manager, or with one who was dismissed. */
  readonly unattendedOnly?: boolean;
}

/** The filter for the wanted partnerships; `dismissed` are the managers who are none any more. */
export function partnershipsFilter(wanted: PartnershipsWanted, dismissed: readonly string[]): Filter<Partnership> {
  const { states, categories, managerId, companyId, unattendedOnly } = wanted;
  return allOf<Partnership>(
    states === undefined ? undefined : { state: { $in: states } },
    categories === undefined ? undefined : { category: { $in: categories } },
    managerId === undefined ? undefined : { managerId },
    companyId === undefined ? undefined : { companyId },
    unattendedOnly === true ? { managerId: { $in: [null, ...dismissed] }, state: { $in: openStatuses } } : undefined,
  );
}
