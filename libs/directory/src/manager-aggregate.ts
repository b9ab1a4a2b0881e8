import type { Aggregate } from '#command-handling';
import type { ManagerEvent } from './domain/manager/events.js';
import { evolveManager, initialManager, type ManagerState } from './domain/manager/state.js';
import { managerStream } from './domain/manager/stream.js';
import type { PartnerManager } from './read-models/partner-managers/partner-manager.js';
import { partnerManagers } from './read-models/partner-managers/partner-managers.js';

/** A partner manager as its commands see it (domain.md 2.1, 2.6). */
export const managerAggregate: Aggregate<ManagerState, PartnerManager, ManagerEvent> = {
  idPrefix: 'mgr',
  stream: managerStream,
  initial: initialManager,
  evolve: evolveManager,
  projection: partnerManagers,
};

export type { PartnerManager };
