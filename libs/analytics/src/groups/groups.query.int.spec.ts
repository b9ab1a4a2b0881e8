import { openInProcessDocumentStore } from '#document-store';
import type { Clock } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { createEventCodec } from '#event-store';
import { EventHub, ProjectionEngine } from '#projections';
import { accordEvents } from '../accord-events.js';
import { type DefinedProjection, defineProjection } from '../define-projection.js';
import { GroupsHandler, GroupsQuery, MAX_GROUPS } from './groups.query.js';

class Row {
  readonly name!: string;
}

const projection = defineProjection({
  name: 'rows',
  version: 1,
  document: Row,
  key: ({ stream }) => stream,
  on: { PartnershipProposed: (_, { data }) => ({ name: data.companyId }) },
});
const clock: Clock = { kind: 'REAL', now: () => ({ now: '2026-03-31T09:00:00.000Z', today: '2026-03-31' }) };
const byName = { filter: {}, by: ['name'], numbers: [], bounds: [] };

describe('the groups of a projection', () => {
  let engine: ProjectionEngine;
  beforeEach(async () => {
    const codec = createEventCodec({ definitions: accordEvents, upcasts: {} });
    const hub = new EventHub({ store: new InMemoryEventStore(), codec });
    engine = new ProjectionEngine({ hub, documents: openInProcessDocumentStore() });
    engine.register(projection);
    await engine.start();
  });
  afterEach(() => engine.stop());

  const groupsOf = async (rows: number): Promise<readonly object[]> => {
    const names = Array.from({ length: rows }, (_, index) => String(index));
    await engine.collection(projection).write(names.map((name) => ({ id: name, document: { name }, position: '1' })));
    return new GroupsHandler(engine, clock).execute(
      new GroupsQuery(projection as unknown as DefinedProjection, byName),
    );
  };

  it('are as many as there are', async () => {
    expect(await groupsOf(MAX_GROUPS)).toHaveLength(MAX_GROUPS);
  });

  it('are refused when they are more than an overview', async () => {
    await expect(groupsOf(MAX_GROUPS + 1)).rejects.toMatchObject({
      message: 'There are more than 1000 groups. Group by fields with fewer values, or narrow the filter.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'by' },
    });
  });
});
