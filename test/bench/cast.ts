import type { DomainEvent, EventOf } from '#event-sourcing';
import type { PartnerCategory } from '#programme';
import type { eventDefinitions } from '#platform';
import { type Chance, momentOf } from './chance.js';

type TypeAndData<Event extends DomainEvent> = Event extends DomainEvent ? Pick<Event, 'type' | 'data'> : never;

/** Any event the system knows, without its date. */
export type StoryEvent = TypeAndData<EventOf<typeof eventDefinitions>>;

/** What one command writes to one stream on a day; the events' `occurredOn` is that day, counted from 1970-01-01. */
export interface Step {
  readonly day: number;
  readonly stream: string;
  readonly events: readonly StoryEvent[];
}

/** Who and what a partnership is about. */
export interface Cast {
  readonly chance: Chance;
  readonly partnershipId: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly category: PartnerCategory;
  readonly managerId: string;
  readonly programmeId: string;
  readonly tier: string;
  readonly requirements: readonly string[];
  readonly ownContact: string;
  readonly partnerContact: string;
  readonly begins: number;
  /** How often each action is replanned; by default some once. */
  readonly replansPerAction?: number;
}

/** One step on the partnership's own stream. */
export function partnership({ partnershipId }: Cast, day: number, ...events: readonly StoryEvent[]): Step {
  return { day, stream: `partnership-${partnershipId}`, events };
}

/** A new id of the day. */
export function newId({ chance }: Cast, prefix: string, day: number): string {
  return chance.id(prefix, momentOf(day, chance.next()));
}

/** A document kept elsewhere. */
export function file({ chance }: Cast) {
  return {
    documentId: chance.id('doc', 0),
    sha256: chance.sha256(),
    mediaType: 'application/pdf',
    bytes: chance.whole(20_000, 900_000),
  };
}
