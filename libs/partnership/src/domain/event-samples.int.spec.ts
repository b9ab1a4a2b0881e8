import { type DomainEvent, evolveDocument, type Projection } from '#event-sourcing';
import { recorded, testActor } from '#event-sourcing/testing';
import { createEventCodec } from '#event-store';
import { partnershipProjections } from '../projections.js';
import { importBatchEventSamples, partnershipEventSamples } from './event-samples.js';
import { partnershipEvents } from './events.js';
import { importBatchEvents } from './import-batch/import-batch-events.js';

const codec = createEventCodec({ definitions: { ...partnershipEvents, ...importBatchEvents }, upcasts: {} });
const partnershipSamples: readonly DomainEvent[] = Object.values(partnershipEventSamples);
const samples: readonly DomainEvent[] = [...partnershipSamples, ...Object.values(importBatchEventSamples)];
const origin = {
  recordedAt: '2026-03-31T09:00:00.000Z',
  commandId: '0195e5b2-8a00-7000-8000-000000000001',
  $correlationId: '0195e5b2-8a00-7000-8000-000000000001',
  $causationId: '0195e5b2-8a00-7000-8000-000000000001',
  actor: testActor(),
  source: 'API',
  clock: 'REAL',
} as const;

describe('Every event of the partnerships', () => {
  it.each(samples)('comes back from the log as it was written: $type', (event) => {
    const written = codec.encode(event, '0195e5b2-8a00-7000-8000-0000000000ff', origin, null);
    const read = JSON.parse(JSON.stringify(written)) as typeof written;
    const stored = { ...read, stream: 'partnership-prt_1', revision: 0n, position: '0' };
    const { type, occurredOn, data } = codec.decode(stored);
    expect({ type, occurredOn, data }).toEqual(event);
    expect(codec.decodeUnchecked(stored).data).toEqual(data);
  });
});

describe.each(partnershipProjections as unknown as readonly Projection[])('The read model $name', (projection) => {
  it.each(samples)('accepts $type as the first event it ever sees', (event) => {
    expect(() => documentsAfter(projection, [event])).not.toThrow();
  });

  it('accepts every event of a partnership, one after the other', () => {
    expect(() => documentsAfter(projection, samples)).not.toThrow();
  });
});

function documentsAfter(projection: Projection, events: readonly DomainEvent[]): ReadonlyMap<string, object> {
  const documents = new Map<string, object>();
  events.forEach((event, index) => {
    if (!(event.type in projection.on)) return;
    const full = recorded(event, index, event.type.startsWith('Import') ? 'import-imp_1' : 'partnership-prt_1');
    for (const key of [projection.key(full)].flat() as readonly string[]) {
      const document = evolveDocument(projection, documents.get(key), full, key);
      if (document === undefined) documents.delete(key);
      else documents.set(key, document);
    }
  });
  return documents;
}
