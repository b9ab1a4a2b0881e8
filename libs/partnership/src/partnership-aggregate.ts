import type { Aggregate } from '#command-handling';
import type { PartnershipEvent } from './domain/events.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from './domain/state.js';
import { partnershipStream } from './domain/stream.js';
import type { Partnership } from './read-models/partnership-overview/partnership.js';
import { partnershipOverview } from './read-models/partnership-overview/partnership-overview.js';

/** A partnership as its commands see it (domain.md 2.1). */
export const partnershipAggregate: Aggregate<PartnershipState, Partnership, PartnershipEvent> = {
  idPrefix: 'prt',
  stream: partnershipStream,
  initial: initialPartnership,
  evolve: evolvePartnership,
  projection: partnershipOverview,
};
