import type { QueryBus } from '@nestjs/cqrs';
import { openInProcessDocumentStore } from '#document-store';
import { deriveEventId, type DomainEvent, type EventStore, type Projection } from '#event-sourcing';
import { InMemoryEventStore, testActor } from '#event-sourcing/testing';
import { createEventCodec } from '#event-store';
import type { Actor } from '#identity';
import { EventHub, ProjectionEngine } from '#projections';
import { accordEvents } from '../../accord-events.js';
import { defineProjection } from '../../define-projection.js';
import { MOST_EVENTS } from './document-history.query.js';
import { ExplanationHandler, ExplanationQuery, type ExplanationWanted } from './explanation.query.js';
import { ExplanationResolver } from './explanation.resolver.js';

class Stage {
  readonly state!: string;
}
class Count {
  readonly proposals!: number;
}

const stages = defineProjection({
  name: 'stages',
  version: 1,
  document: Stage,
  key: ({ stream }) => stream.slice('partnership-'.length),
  on: {
    PartnershipProposed: () => ({ state: 'PROSPECTIVE' }),
    PartnershipAbandoned: (found) => found && { ...found, state: 'ABANDONED' },
  },
});
const counts = defineProjection({
  name: 'counts',
  version: 1,
  document: Count,
  key: ({ data }) => data.category,
  on: { PartnershipProposed: (found) => ({ proposals: (found?.proposals ?? 0) + 1 }) },
});
const codec = createEventCodec({ definitions: accordEvents, upcasts: {} });

const proposed = (category = 'SALES'): DomainEvent => ({
  type: 'PartnershipProposed',
  occurredOn: '2026-03-01',
  data: { companyId: 'cmp_1', category, strategicRationale: 'a market' },
});
const abandoned = (note: string): DomainEvent => ({
  type: 'PartnershipAbandoned',
  occurredOn: '2026-03-20',
  data: { reasonCode: 'NO_FIT', note },
});

const auditor: Actor = { userId: 'vera', roles: ['AUDITOR'], onBehalfOfSide: 'OWN', partnershipIds: [] };
const analyst: Actor = { ...auditor, userId: 'ada', roles: ['ANALYST'] };

describe('a document that is explained', () => {
  let store: CountingStore;
  let engine: ProjectionEngine;
  beforeEach(() => {
    store = new CountingStore();
    engine = new ProjectionEngine({ hub: new EventHub({ store, codec }), documents: openInProcessDocumentStore() });
    for (const projection of [stages, counts]) engine.register(projection as unknown as Projection);
  });
  afterEach(() => engine.stop());

  const built = async (): Promise<void> => {
    await engine.start();
    await engine.ready();
    store.given = 0;
  };
  const explained = (wanted: Partial<ExplanationWanted>, actor = auditor): ReturnType<ExplanationHandler['execute']> =>
    new ExplanationHandler(store, codec, engine).execute(
      new ExplanationQuery(actor, { projection: 'stages', key: 'prt_1', first: 10, after: '', ...wanted }),
    );

  it('is explained from the stream it is about, and nothing else is read', async () => {
    await append(store, 1, proposed(), abandoned('No budget.'));
    for (let other = 2; other < 50; other += 1) await append(store, other, proposed());
    await built();
    const { events, ...rest } = await explained({});
    expect(rest).toEqual({ hasNextPage: false, isComplete: true });
    expect(events.map(({ type, changes }) => [type, changes])).toEqual([
      ['PartnershipProposed', [{ path: 'state', before: undefined, after: 'PROSPECTIVE' }]],
      ['PartnershipAbandoned', [{ path: 'state', before: 'PROSPECTIVE', after: 'ABANDONED' }]],
    ]);
    expect(store.given).toBe(2);
  });

  it('is explained page by page, and by field', async () => {
    await append(store, 1, proposed(), abandoned('No budget.'));
    await built();
    const first = await explained({ first: 1 });
    expect(first).toMatchObject({ hasNextPage: true, events: [{ type: 'PartnershipProposed' }] });
    const second = await explained({ first: 1, after: first.events[0]?.position ?? '' });
    expect(second).toMatchObject({ hasNextPage: false, events: [{ type: 'PartnershipAbandoned', reason: 'NO_FIT' }] });
    expect((await explained({ field: 'colour' })).events).toEqual([]);
  });

  it('is explained from the log where no stream is about it', async () => {
    await append(store, 1, proposed());
    await append(store, 2, proposed('TECHNOLOGY'));
    await append(store, 3, proposed());
    await built();
    const { events, isComplete } = await explained({ projection: 'counts', key: 'SALES' });
    expect(events.map(({ stream, changes }) => [stream, changes[0]?.after])).toEqual([
      ['partnership-prt_1', 1],
      ['partnership-prt_3', 2],
    ]);
    expect(isComplete).toBe(true);
  });

  it('says so when that would be more than a request may read', async () => {
    const many = Array.from({ length: MOST_EVENTS }, () => proposed());
    for (let start = 0; start < many.length; start += 500) await append(store, 1, ...many.slice(start, start + 500));
    await append(store, 2, proposed('TECHNOLOGY'));
    await built();
    expect(await explained({ projection: 'counts', key: 'TECHNOLOGY' })).toMatchObject({
      events: [],
      isComplete: false,
    });
    expect(store.given).toBe(MOST_EVENTS);
  });

  it('reads nothing for a document that never was', async () => {
    await append(store, 1, proposed());
    await built();
    expect(await explained({ key: 'prt_9' })).toEqual({ events: [], hasNextPage: false, isComplete: true });
    expect(store.given).toBe(0);
  });

  it('is explained to an analyst without saying who it was', async () => {
    await append(store, 1, proposed(), abandoned('Jana says there is no budget.'));
    await built();
    const { events } = await explained({ key: 'prt_1' }, analyst);
    expect(events[1]).toMatchObject({ reason: 'NO_FIT', actor: { roles: ['PARTNER_MANAGER'], onBehalfOfSide: 'OWN' } });
    expect(JSON.stringify(events)).not.toMatch(/jana/i);
  });

  it.each(['PARTNER_REP', 'PARTNER_MANAGER'] as const)('is not explained to a %s', async (role) => {
    const actor = { ...auditor, roles: [role] };
    const asked = new ExplanationResolver({} as QueryBus).explain(
      'stages',
      'prt_1',
      { first: 10 },
      {
        actor,
        correlationId: 'correlation',
        seen: undefined,
      },
    );
    await expect(asked).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });

  it('has to be of a projection that is there', async () => {
    await built();
    await expect(explained({ projection: 'stage' })).rejects.toMatchObject({
      message: 'There is no projection "stage". There are counts, stages.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'projection' },
    });
  });
});

/** Counts the events that it gives out. */
class CountingStore extends InMemoryEventStore {
  given = 0;

  override read(...args: Parameters<InMemoryEventStore['read']>): ReturnType<InMemoryEventStore['read']> {
    return this.counted(super.read(...args));
  }

  override readAll(...args: Parameters<InMemoryEventStore['readAll']>): ReturnType<InMemoryEventStore['readAll']> {
    return this.counted(super.readAll(...args));
  }

  private async *counted<Event>(events: AsyncIterable<Event>): AsyncGenerator<Event, void, undefined> {
    for await (const event of events) {
      this.given += 1;
      yield event;
    }
  }
}

let written = 0;

/** Appends events to the stream of a partnership, as a partner manager records them. */
async function append(store: EventStore, partnership: number, ...events: readonly DomainEvent[]): Promise<void> {
  const stream = `partnership-prt_${String(partnership)}`;
  const encoded = events.map((event) => {
    const commandId = deriveEventId('0195e5b2-8a00-7000-8000-000000000001', stream, (written += 1));
    const origin = {
      recordedAt: '2026-03-31T09:00:00.000Z',
      commandId,
      $correlationId: commandId,
      $causationId: commandId,
    };
    const actor = { ...testActor(), userId: 'jana', roles: ['PARTNER_MANAGER'] };
    return codec.encode(event, commandId, { ...origin, actor, source: 'API', clock: 'REAL' }, null);
  });
  await store.append(stream, 'any', encoded);
}
