import assert from 'node:assert/strict';
import type { DomainEvent, EventMetadata, Recorded } from '../event.js';
import { evolveDocument, type Projection } from '../projection.js';
import { testActor } from './decision-specification.js';

/** A recorded event around a domain event for specs: `revision` also gives position and id. */
export function recorded<Event extends DomainEvent>(
  event: Event,
  revision = 0,
  stream = 'test-1',
  metadata: Partial<EventMetadata> = {},
): Recorded<Event> {
  const number = String(revision);
  return {
    ...event,
    id: `00000000-0000-7000-8000-${number.padStart(12, '0')}`,
    stream,
    revision: BigInt(revision),
    position: number.padStart(20, '0'),
    metadata: {
      schemaVersion: 1,
      recordedAt: `${event.occurredOn}T09:00:00.000Z`,
      occurredOn: event.occurredOn,
      lateDays: 0,
      commandId: `00000000-0000-7000-9000-${number.padStart(12, '0')}`,
      $correlationId: 'correlation',
      $causationId: 'causation',
      actor: testActor(),
      source: 'API',
      clock: 'REAL',
      prevHash: null,
      hash: '',
      ...metadata,
    },
  };
}

/**
 * Given events of one stream, then the documents of a projection by id, compared exactly.
 *
 * `projectionSpecification(reviewCalendar, 'partnership-prt_1').given(proposed, held).then({ rev_1: {...} });`
 */
export function projectionSpecification<Document extends object, Event extends DomainEvent>(
  projection: Projection<Document, Event>,
  stream: string,
): { given(...events: readonly Event[]): { then(documents: Readonly<Record<string, Document>>): void } } {
  return {
    given: (...events) => ({
      then: (expected) => {
        const documents = new Map<string, Document>();
        events.forEach((event, index) => {
          const full = recorded(event, index, stream);
          for (const key of [projection.key(full)].flat() as readonly string[]) {
            const next = evolveDocument(projection, documents.get(key), full, key);
            if (next === undefined) documents.delete(key);
            else documents.set(key, next);
          }
        });
        assert.deepStrictEqual(Object.fromEntries(documents), expected);
      },
    }),
  };
}
