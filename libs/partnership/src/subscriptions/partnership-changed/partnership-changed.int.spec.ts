import { GraphQLError } from 'graphql';
import type { RequestContext } from '#graphql';
import type { Actor } from '#identity';
import { communicationLogged } from '../../domain/event-samples/communication.js';
import { active } from '../../domain/event-samples/histories.js';
import { contactRelieved } from '../../domain/event-samples/people.js';
import { type RunningPartnerships, startPartnerships } from '../../testing/running-partnerships.js';
import { PartnershipChangedResolver } from './partnership-changed.resolver.js';
import { type PartnershipChange, PartnershipChanges } from './partnership-changes.query.js';

const jana: Actor = { userId: 'jana', roles: ['PARTNER_MANAGER'], onBehalfOfSide: 'OWN', partnershipIds: [] };
const nora: Actor = { userId: 'nora', roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER', partnershipIds: ['prt_1'] };
const internal = { ...communicationLogged, data: { ...communicationLogged.data, scope: 'INTERNAL_OWN' as const } };

describe('Following a partnership', () => {
  let partnerships: RunningPartnerships;
  let resolver: PartnershipChangedResolver;

  beforeEach(async () => {
    partnerships = await startPartnerships('2026-04-20', []);
    await partnerships.record('partnership-prt_1', ...active);
    await partnerships.record('partnership-prt_10', ...active);
    const { hub, engine, queries, sentences } = partnerships;
    resolver = new PartnershipChangedResolver(new PartnershipChanges(hub, engine, queries, sentences), hub);
  });

  afterEach(async () => {
    await partnerships.stop();
  });

  const follow = (after?: string, actor = jana, id = 'prt_1') =>
    resolver.partnershipChanged(id, after, { actor } as RequestContext);
  const next = async (changes: ReturnType<typeof follow>): Promise<PartnershipChange> => {
    const { value } = (await changes.next()) as { readonly value: PartnershipChange | GraphQLError };
    if (value instanceof GraphQLError) throw value;
    return value;
  };

  it('tells each event behind a position once, with the partnership as it stands then', async () => {
    const changes = follow(partnerships.store.start);
    const told = [];
    for (const _ of active) told.push(await next(changes));
    expect(told.map(({ type }) => type)).toEqual(active.map(({ type }) => type));

    const waiting = next(changes);
    await partnerships.record('partnership-prt_10', contactRelieved);
    await partnerships.record('partnership-prt_1', contactRelieved);
    const change = await waiting;
    expect(change).toMatchObject({
      revision: active.length,
      type: 'ContactRelieved',
      sentence:
        'Nora Voss stopped being the responsible contact of the partner on 2026-03-12 (left); the side has no contact from then on.',
      partnership: { id: 'prt_1', revision: active.length },
    });
    expect(change.partnership).not.toHaveProperty('contactPartner');
    await changes.return?.();
  });

  it('begins with what happens from now on unless told otherwise', async () => {
    const changes = follow();
    const waiting = next(changes);
    await new Promise((resolve) => setImmediate(resolve));
    await partnerships.record('partnership-prt_1', contactRelieved);
    expect((await waiting).type).toBe('ContactRelieved');
    await changes.return?.();
  });

  it('ends when the client leaves, even while it waits', async () => {
    const changes = follow();
    const waiting = changes.next();
    await changes.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await changes.next()).toEqual({ done: true, value: undefined });
  });

  it('keeps what is internal to the own side from the partner', async () => {
    await partnerships.record('partnership-prt_1', internal, contactRelieved);
    const changes = follow(partnerships.store.start, nora);
    const told = [];
    for (let index = 0; index <= active.length; index += 1) told.push((await next(changes)).type);
    expect(told.slice(-2)).toEqual([active.at(-1)?.type, 'ContactRelieved']);
    await changes.return?.();
  });

  it('is refused for a partnership of others, and for a position that is none', () => {
    expect(() => follow(undefined, nora, 'prt_10')).toThrow('not one of those you represent');
    expect(() => follow('yesterday')).toThrow('after must be a position');
  });

  it('says so, and ends, when the read model stays behind', async () => {
    const { hub, queries, sentences } = partnerships;
    const stopped = { waitFor: () => Promise.resolve(false) } as never;
    const changes = new PartnershipChanges(hub, stopped, queries, sentences).follow(
      jana,
      { partnershipId: 'prt_1', after: partnerships.store.start },
      new AbortController().signal,
    );
    const [first, second] = [await changes.next(), await changes.next()];
    expect(first.value).toMatchObject({ extensions: { code: 'READ_MODEL_BEHIND', retryable: true } });
    expect(second.done).toBe(true);
  });
});
