import { directoryEvents } from '#directory/domain';
import type { EventOf } from '#event-sourcing';
import { importBatchEvents, partnershipEvents } from '#partnership/domain';
import { programmeEvents } from '#programme/domain';
import { projectionEvents } from './domain/events.js';

/** Every event of the system by its stored name, whatever context records it: what a projection can read. */
export const accordEvents = {
  ...directoryEvents,
  ...programmeEvents,
  ...partnershipEvents,
  ...importBatchEvents,
  ...projectionEvents,
};

/** Any event of the system. */
export type AccordEvent = EventOf<typeof accordEvents>;
