import type { EventOf } from '#event-sourcing';
import { companyEvents } from './company/events.js';
import { managerEvents } from './manager/events.js';
import { personEvents } from './person/events.js';
import { reservationEvents } from './reservation/events.js';

/** Every event of the directory: companies, contact persons, partner managers, reservations (domain.md 2.11). */
export const directoryEvents = { ...companyEvents, ...personEvents, ...managerEvents, ...reservationEvents };

/** Any event of the directory. */
export type DirectoryEvent = EventOf<typeof directoryEvents>;
