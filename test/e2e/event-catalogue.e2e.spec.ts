import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { proposedPartnership } from '../support/partnership-cast.js';

interface Entry {
  readonly type: string;
  readonly context: string;
  readonly recordedBy: readonly { readonly command: string; readonly roles: readonly string[] }[];
  readonly readBy: readonly string[];
  readonly recorded: {
    readonly count: number;
    readonly firstRecordedAt: string;
    readonly lastRecordedAt: string;
  } | null;
}

const question = `query ($filter: EventCatalogueFilter) { eventCatalogue(filter: $filter) { type context recordedBy { command roles } readBy
  recorded { count firstRecordedAt lastRecordedAt } } }`;

let api: ApiUnderTest;
beforeAll(async () => {
  api = await startApiUnderTest();
  await proposedPartnership(api, 'Elbtakt');
  await proposedPartnership(api, 'Nordlicht');
});
afterAll(() => api.dispose());

async function catalogue(filter: object | null = null): Promise<readonly Entry[]> {
  const analyst = await api.actor('ANALYST');
  const { data } = await analyst.send<{ readonly eventCatalogue: readonly Entry[] }>(question, { filter });
  return data?.eventCatalogue ?? [];
}

describe('the event catalogue', () => {
  it('tells of each type who records it, who reads it, and what there is of it', async () => {
    await api.platform.engine.waitFor(await api.platform.store.head(), undefined, 60_000);
    const recorded: string[] = [];
    for await (const { type, metadata } of api.platform.store.readAll())
      if (type === 'ContactPersonRegistered') recorded.push(metadata['recordedAt'] as string);
    expect(await catalogue({ type: 'personregistered' })).toEqual([
      {
        type: 'ContactPersonRegistered',
        context: 'directory',
        recordedBy: [
          { command: 'registerContactPerson', roles: expect.arrayContaining(['PARTNER_MANAGER']) as unknown },
        ],
        readBy: expect.arrayContaining(['contact-persons', 'event-counts']) as unknown,
        recorded: { count: 4, firstRecordedAt: recorded[0], lastRecordedAt: recorded.at(-1) },
      },
    ]);
  });

  it('has nothing to tell of what was never recorded', async () => {
    expect(await catalogue({ type: 'ReviewHeld' })).toMatchObject([{ type: 'ReviewHeld', recorded: null }]);
  });

  it('is narrowed to a context', async () => {
    const contexts = new Set((await catalogue({ context: 'programme' })).map(({ context }) => context));
    expect([...contexts]).toEqual(['programme']);
    expect((await catalogue()).length).toBeGreaterThan(50);
  });

  it('is for the own side', async () => {
    const representative = await api.actor('PARTNER_REP', { partnerships: ['prt_1'] });
    const { errors } = await representative.send(question);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
