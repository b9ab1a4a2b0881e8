import type { DomainEvent, Projection, Recorded } from '#event-sourcing';
import { EventCount } from './event-count.js';

/** How many events of each type there are: a document for each type, so that the catalogue never counts in a request. */
export function eventCounts(types: readonly string[]): Projection<EventCount> {
  return {
    name: 'event-counts',
    version: 1,
    document: EventCount,
    key: ({ type }) => type,
    on: Object.fromEntries(types.map((type) => [type, counted])),
  };
}

function counted(known: EventCount | undefined, { type, metadata: { recordedAt } }: Recorded<DomainEvent>): EventCount {
  return {
    type,
    count: (known?.count ?? 0) + 1,
    firstRecordedAt: known?.firstRecordedAt ?? recordedAt,
    lastRecordedAt: recordedAt,
  };
}
