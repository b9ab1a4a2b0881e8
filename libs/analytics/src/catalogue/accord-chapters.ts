import {
  companyEvents,
  companyEventSamples,
  companyStream,
  managerEvents,
  managerEventSamples,
  managerStream,
  personEvents,
  personEventSamples,
  personStream,
  reservationEvents,
  reservationEventSamples,
  reservationStream,
} from '#directory/domain';
import {
  importBatchEvents,
  importBatchEventSamples,
  importBatchStream,
  partnershipEvents,
  partnershipEventSamples,
  partnershipStream,
} from '#partnership/domain';
import { programmeEvents, programmeEventSamples, programmeStream } from '#programme/domain';
import { projectionEventSamples } from '../domain/event-samples.js';
import { projectionEvents } from '../domain/events.js';
import { projectionStream } from '../domain/stream.js';
import type { EventChapter } from './event-chapter.js';

/** Every event of the system, by the kind of stream it stands in. */
export const accordChapters: readonly EventChapter[] = [
  {
    context: 'partnership',
    streams: partnershipStream(''),
    streamIds: 'open',
    definitions: partnershipEvents,
    samples: partnershipEventSamples,
  },
  {
    context: 'partnership',
    streams: importBatchStream(''),
    streamIds: 'open',
    definitions: importBatchEvents,
    samples: importBatchEventSamples,
  },
  {
    context: 'programme',
    streams: programmeStream(''),
    streamIds: 'open',
    definitions: programmeEvents,
    samples: programmeEventSamples,
  },
  {
    context: 'directory',
    streams: companyStream(''),
    streamIds: 'open',
    definitions: companyEvents,
    samples: companyEventSamples,
  },
  {
    context: 'directory',
    streams: personStream(''),
    streamIds: 'person',
    definitions: personEvents,
    samples: personEventSamples,
  },
  {
    context: 'directory',
    streams: managerStream(''),
    streamIds: 'manager',
    definitions: managerEvents,
    samples: managerEventSamples,
  },
  {
    context: 'directory',
    streams: reservationStream(''), // Their names hold what is reserved, user ids among it.
    streamIds: 'reference',
    definitions: reservationEvents,
    samples: reservationEventSamples,
  },
  {
    context: 'analytics',
    streams: projectionStream(''),
    streamIds: 'open',
    definitions: projectionEvents,
    samples: projectionEventSamples,
  },
];
