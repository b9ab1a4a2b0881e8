import { deriveEventId, type DomainEvent, type EventStore } from '#event-sourcing';
import { createEventCodec } from '#event-store';
import { eventDefinitions } from '#platform';

const codec = createEventCodec({ definitions: eventDefinitions, upcasts: {} });

/** An event of a partnership for {@link appendTo}. */
export interface SampleEvent extends DomainEvent {
  /** The number in the partnership's id. */
  readonly partnership: number;
  readonly recordedAt: string;
}

/** A partnership that was proposed, in one of two categories by turns. */
export function proposed(partnership: number, recordedAt = '2026-01-10T09:00:00.000Z'): SampleEvent {
  const category = partnership % 2 === 0 ? 'SALES' : 'TECHNOLOGY';
  const data = { companyId: `cmp_${String(partnership)}`, category, strategicRationale: '=a "market", and more' };
  return { type: 'PartnershipProposed', occurredOn: '2026-01-09', data, partnership, recordedAt };
}

/** A partnership that was given up, with a reason. */
export function abandoned(partnership: number, recordedAt = '2026-02-10T09:00:00.000Z'): SampleEvent {
  const data = { reasonCode: 'NO_FIT', note: 'No budget.' };
  return { type: 'PartnershipAbandoned', occurredOn: '2026-02-08', data, partnership, recordedAt };
}

/** Appends events as the system writes them, each to the stream of its partnership. */
export async function appendTo(store: EventStore, ...events: readonly SampleEvent[]): Promise<void> {
  const appends = events.map(({ partnership, recordedAt, ...event }, index) => {
    const stream = `partnership-prt_${String(partnership)}`;
    const commandId = deriveEventId('0195e5b2-8a00-7000-8000-000000000001', `${stream} ${event.type}`, index);
    const origin = {
      recordedAt,
      commandId,
      $correlationId: commandId,
      $causationId: commandId,
      actor: { userId: 'jana', roles: ['PARTNER_MANAGER'], onBehalfOfSide: 'OWN' },
      source: 'API',
      clock: 'REAL',
    } as const;
    return store.append(stream, 'any', [codec.encode(event, commandId, origin, null)]);
  });
  await Promise.all(appends);
}
