import type { Projection, Recorded } from '#event-sourcing';
import { accordEvents } from '../../accord-events.js';
import { EventCount } from './event-count.js';

/** How many events of each type there are: a document for each type, so that the catalogue never counts in a request. */
export const eventCounts: Projection<EventCount> = {
  name: 'event-counts',
  version: 1,
  document: EventCount,
  key: ({ type }) => type,
  on: Object.fromEntries(Object.keys(accordEvents).map((type) => [type, counted])),
};

function counted(known: EventCount | undefined, { type, metadata: { recordedAt } }: Recorded): EventCount {
  return {
    type,
    count: (known?.count ?? 0) + 1,
    firstRecordedAt: known?.firstRecordedAt ?? recordedAt,
    lastRecordedAt: recordedAt,
  };
}
