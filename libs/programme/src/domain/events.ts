// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import type { EventDefinitions, EventNamed, EventOf } from '#event-sourcing';
import { versionDocument } from './events/fields.js';

/** The events of a programme's stream (domain.md 2.5, 2.11): each carries the full version document. */
export const programmeEvents = {
  ProgrammeDrafted: {
    version: 1,
    meaning: 'A partner programme for one category was begun: its first version is a draft.',
    data: versionDocument,
  },
  ProgrammeDraftRevised: {
    version: 1,
    meaning: 'The draft of a programme version has this content now, or a draft of the next version was begun with it.',
    data: versionDocument,
  },
  ProgrammeVersionPublished: {
    version: 1,
    meaning: 'A programme version was published: it never changes again, and partnerships may be enrolled in it.',
    data: versionDocument,
  },
  ProgrammeRetired: {
    version: 1,
    meaning: 'A programme version takes no new enrolments; existing ones keep it until they are migrated (I-22).',
    data: versionDocument,
  },
} satisfies EventDefinitions;

/** Any event of a programme. */
export type ProgrammeEvent = EventOf<typeof programmeEvents>;

/** The programme's event with the given stored name. */
export type ProgrammeEventNamed<Type extends ProgrammeEvent['type']> = EventNamed<ProgrammeEvent, Type>;
