// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { freeText, label, reference } from '#event-fields';
import type { EventDefinitions, EventNamed, EventOf } from '#event-sourcing';

const reason = freeText(500);
const nothing = z.strictObject({}).readonly();
/** The name of a build: of its read model, `cohorts.v1.r2`. */
const build = label(200).meta({ unit: 'name of a build' });
/** The first request of a projection is 1. */
const rebuild = z.int().positive().meta({ unit: 'requests so far, with this one' });
const position = label(100).meta({ unit: 'position in the log' });
const eventType = label(100).meta({ unit: 'event type' });
/** A document's id: whatever the projection makes of its events, the id of a person among it. */
const key = reference(500);

/** The decisions about the running of a projection: recorded, so that every process carries them out and an auditor sees them. */
export const projectionEvents = {
  ProjectionPaused: {
    version: 1,
    meaning: 'A projection takes no events until it is resumed; what it holds goes on being read.',
    data: z.strictObject({ reason: reason.exactOptional() }).readonly(),
  },
  ProjectionResumed: {
    version: 1,
    meaning: 'A paused projection takes events again, from where it stood.',
    data: nothing,
  },
  ProjectionRebuildRequested: {
    version: 1,
    meaning:
      'A projection is built again from the first event, beside the one that is read. `rebuild` counts the requests; with `rehearse` it waits for a promotion.',
    data: z.strictObject({ rebuild, rehearse: z.boolean() }).readonly(),
  },
  ProjectionBuildPromoted: {
    version: 1,
    meaning: 'A rehearsed build of a projection is the one that is read from now on.',
    data: z.strictObject({ build }).readonly(),
  },
  ProjectionBuildDropped: {
    version: 1,
    meaning: 'A build of a projection that is not read was given up, with its documents.',
    data: z.strictObject({ build }).readonly(),
  },
  ProjectionTakenBack: {
    version: 1,
    meaning: 'The build before the last switch is the one that is read again, instead of `from`.',
    data: z.strictObject({ from: build, to: build }).readonly(),
  },
  ParkedDocumentRetried: {
    version: 1,
    meaning: 'A document that was parked because an event failed was folded again, as far as the log reached.',
    data: z.strictObject({ key }).readonly(),
  },
  ParkedEventSkipped: {
    version: 1,
    meaning: 'The event at which a document was parked is passed over for this document, now and in every rebuild.',
    data: z.strictObject({ key, position, type: eventType, reason }).readonly(),
  },
} satisfies EventDefinitions;

/** Any decision about the running of a projection. */
export type ProjectionEvent = EventOf<typeof projectionEvents>;

/** The decision with the given stored name. */
export type ProjectionEventNamed<Type extends ProjectionEvent['type']> = EventNamed<ProjectionEvent, Type>;
