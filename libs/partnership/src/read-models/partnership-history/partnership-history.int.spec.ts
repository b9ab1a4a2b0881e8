import type { PageArgs } from '#graphql';
import type { Actor } from '#identity';
import { communicationLogged } from '../../domain/event-samples/communication.js';
import { active } from '../../domain/event-samples/histories.js';
import type { HistoryDirection } from '../../domain/recording-vocabulary.js';
import { type RunningPartnerships, startPartnerships } from '../../testing/running-partnerships.js';
import { PartnershipHistoryHandler, PartnershipHistoryQuery } from './partnership-history.query.js';

const jana: Actor = { userId: 'jana', roles: ['PARTNER_MANAGER'], onBehalfOfSide: 'OWN', partnershipIds: [] };
const nora: Actor = { userId: 'nora', roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER', partnershipIds: ['prt_1'] };
const internal = { ...communicationLogged, data: { ...communicationLogged.data, scope: 'INTERNAL_OWN' as const } };

describe('The history of a partnership', () => {
  let partnerships: RunningPartnerships;
  let handler: PartnershipHistoryHandler;

  beforeAll(async () => {
    partnerships = await startPartnerships('2026-04-20', []);
    await partnerships.record('partnership-prt_1', ...active, internal, communicationLogged);
    await partnerships.record('partnership-prt_10', ...active);
    handler = new PartnershipHistoryHandler(partnerships.store, partnerships.codec, partnerships.sentences);
  });

  afterAll(async () => {
    await partnerships.stop();
  });

  const history = (actor: Actor, page: PageArgs = {}, order: HistoryDirection = 'OLDEST_FIRST', id = 'prt_1') =>
    handler.execute(new PartnershipHistoryQuery(actor, id, order, page));
  const revisions = async (...asked: Parameters<typeof history>) =>
    (await history(...asked)).edges.map(({ node }) => node.revision);

  it('tells what happened when, who recorded it when and how, and how late', async () => {
    const { edges } = await history(jana, { first: 1 });
    expect(edges).toEqual([
      {
        cursor: '0',
        node: {
          eventId: expect.any(String) as string,
          type: 'PartnershipProposed',
          revision: 0,
          position: '00000000000000000001',
          occurredOn: '2026-01-05',
          recordedAt: '2026-04-20T09:00:00.000Z',
          lateDays: 105,
          late: true,
          actor: { userId: 'accord', roles: ['SYSTEM'], side: 'SYSTEM' },
          source: 'SEED',
          clock: 'REAL',
          commandId: expect.any(String) as string,
          sentence: 'A sales partnership with Nordlicht GmbH was proposed.',
        },
      },
    ]);
  });

  it('is paged from both ends and in both orders, until there is no more', async () => {
    expect(await revisions(jana)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(await revisions(jana, { first: 3, after: '4' })).toEqual([5, 6, 7]);
    expect(await revisions(jana, { last: 2, before: '5' }, 'NEWEST_FIRST')).toEqual([7, 6]);
    expect(await revisions(jana, { first: 2 }, 'NEWEST_FIRST')).toEqual([7, 6]);
    const [first, last] = [await history(jana, { first: 7 }), await history(jana, { first: 3, after: '4' })];
    expect(first.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: '0', endCursor: '6' });
    expect(last.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, startCursor: '5', endCursor: '7' });
    expect(await first.count()).toBe(8);
  });

  it('keeps what is internal to the own side from the partner', async () => {
    expect(await revisions(nora)).toEqual([0, 1, 2, 3, 4, 5, 7]);
    expect(await revisions(nora, { last: 2 })).toEqual([5, 7]);
    expect(await (await history(nora)).count()).toBe(7);
  });

  it('is empty for a partnership that is not there, or not the asker’s', async () => {
    for (const [actor, id] of [
      [jana, 'prt_2'],
      [nora, 'prt_10'],
    ] as const) {
      const page = await history(actor, {}, 'OLDEST_FIRST', id);
      expect(page.edges).toEqual([]);
      expect(await page.count()).toBe(0);
    }
  });

  it.each<[string, PageArgs]>([
    ['first', { first: 0 }],
    ['last', { last: 101 }],
    ['last', { first: 1, last: 1 }],
    ['after', { after: 'x' }],
  ])('names the argument %s when %j breaks a rule', async (argument, page) => {
    await expect(history(jana, page)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
  });
});
