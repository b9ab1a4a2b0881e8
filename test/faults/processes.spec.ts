import { setTimeout } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { openMongoDocumentStore } from '#document-store';
import { projections } from '#platform';
import { readModelName } from '#projections';
import { type Cast, livePartnership, publishedProgramme, tells } from '../support/partnership-cast.js';
import type { GraphqlActor } from '../support/graphql-actor.js';
import { Cluster, type Serving } from './cluster.js';
import { storedReadModels } from './read-models.js';

/** No test lasts so long: such a lease has been released, or else it is held. */
const LONG_LEASE_MS = 60_000;

interface Seen {
  readonly state: string;
  readonly openActions: number;
  readonly contactPartner: { readonly personId: string } | null;
}

let cluster: Cluster;
let apis: readonly [Serving, Serving];
let projectors: readonly [Serving, Serving];
let elsewhere: GraphqlActor;
let nordlicht: Cast;
beforeAll(async () => {
  cluster = await Cluster.start();
  // At once: an API is ready when the read models are, and these are the projectors'.
  [apis, projectors] = await Promise.all([
    Promise.all([cluster.startApi(), cluster.startApi()]),
    Promise.all([cluster.startProjector(), cluster.startProjector()]),
  ]);
  elsewhere = await cluster.actor(apis[1], 'AUDITOR');
  const stage = { actor: cluster.actor.bind(cluster, apis[0]) };
  nordlicht = await livePartnership(stage, await publishedProgramme(stage), 'Nordlicht');
});
afterAll(() => cluster.dispose());

/** What the other API shows to somebody who has seen what the manager has. */
async function seenElsewhere(): Promise<Seen> {
  elsewhere.seen = nordlicht.manager.seen;
  const { partnership } = await elsewhere.query<{ readonly partnership: Seen }>(
    `{ partnership(id: "${nordlicht.partnershipId}") { state openActions contactPartner { personId } } }`,
  );
  return partnership;
}

interface Health {
  readonly status: string;
  readonly dependencies: Readonly<Record<string, { readonly status: string }>>;
  readonly projections: readonly { readonly name: string; readonly version: number; readonly state: string }[];
  readonly reactions: readonly { readonly name: string }[];
  readonly leases: readonly { readonly name: string }[];
}

async function healthOf({ url }: Serving): Promise<Health> {
  const answer = await fetch(`${url}/health/ready`);
  return (await answer.json()) as Health;
}

async function leasesOf(projector: Serving): Promise<readonly string[]> {
  return (await healthOf(projector)).leases.map(({ name }) => name);
}

/** The leases there are: one for each read model and each reaction. */
async function allWork(): Promise<readonly string[]> {
  const { reactions } = await healthOf(projectors[1]);
  return [
    ...projections.map((projection) => readModelName(projection)),
    ...reactions.map(({ name }) => `reaction:${name}`),
  ].sort();
}

async function eventually<Answer>(ask: () => Promise<Answer>, isSo: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    await setTimeout(20);
  }
}

const agreeAction = (): Promise<void> =>
  tells(nordlicht, 'agreeAction', {
    text: 'Send the price list.',
    ownerSide: 'OWN',
    ownerPersonId: nordlicht.ownPersonId,
    dueOn: '2025-06-02',
    occurredOn: '2025-05-05',
  });

describe('Two APIs and two projectors over both servers', () => {
  it('show what one API was told on the other one, to whoever names the position', async () => {
    expect(await seenElsewhere()).toMatchObject({ state: 'ACTIVE', openActions: 0 });
    for (let openActions = 1; openActions <= 20; openActions += 1) {
      await agreeAction();
      expect(await seenElsewhere()).toMatchObject({ openActions });
    }
  });

  it('tell on the one what happens on the other, as it happens', async () => {
    const client = createClient({
      url: `${apis[1].url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { Authorization: `Bearer ${elsewhere.token}` },
      retryAttempts: 0,
    });
    const query = `subscription ($id: ID!, $after: String) { partnershipChanged(partnershipId: $id, after: $after) { type partnership { id } } }`;
    const changes = client.iterate({
      query,
      variables: { id: nordlicht.partnershipId, after: nordlicht.manager.seen },
    });
    await agreeAction();
    expect(await changes.next()).toMatchObject({
      value: { data: { partnershipChanged: { type: 'ActionAgreed', partnership: { id: nordlicht.partnershipId } } } },
    });
    await client.dispose();
  });

  it('do each piece of work in one projector at a time, and go on when the one that has it is killed', async () => {
    const all = await allWork();
    const half = Math.ceil(all.length / 2);
    const shared = await eventually(
      () => Promise.all(projectors.map(leasesOf)),
      (held) => held.flat().length === all.length && held.every(({ length }) => length <= half),
    );
    expect(shared.flat().sort()).toEqual(all);
    const [killed, left] = projectors;
    await killed.child.end('SIGKILL');
    await agreeAction();
    const taken = await eventually(
      () => leasesOf(left),
      (held) => held.length === all.length,
    );
    expect(taken).toEqual(all);
    expect(await eventually(seenElsewhere, ({ openActions }) => openActions === 22)).toMatchObject({ state: 'ACTIVE' });
  });

  it('let a reaction follow, wherever it runs', async () => {
    expect(await seenElsewhere()).toMatchObject({ contactPartner: { personId: nordlicht.partnerPersonId } });
    await nordlicht.head.accepted(
      'recordPersonLeftCompany',
      { personId: nordlicht.partnerPersonId, leftOn: '2025-06-01', occurredOn: '2025-06-01' },
      'contactPerson { id }',
    );
    expect(await eventually(seenElsewhere, ({ contactPartner }) => contactPartner === null)).toMatchObject({
      contactPartner: null,
    });
  });

  it('say of a projector what it stands on and what it does', async () => {
    const health = await healthOf(projectors[1]);
    expect(health).toMatchObject({
      status: 'ready',
      dependencies: { eventStore: { status: 'up' }, documentStore: { status: 'up' } },
    });
    const running = health.projections.map(({ name, version }) => readModelName({ name, version }));
    expect(health.leases.map(({ name }) => name)).toEqual(expect.arrayContaining(running));
    expect(health.projections.map(({ state }) => state)).toEqual(running.map(() => 'live'));
  });

  it('leave nothing half done and nothing to wait for when a projector is asked to end', async () => {
    const work = await allWork();
    expect(await projectors[1].child.end('SIGTERM')).toBe(0);
    const last = await cluster.startProjector(LONG_LEASE_MS);
    await eventually(
      () => leasesOf(last),
      (held) => held.length === work.length,
    );
    const telling = agreeAction();
    expect(await last.child.end('SIGTERM')).toBe(0);
    await telling;
    const documents = await openMongoDocumentStore({ url: cluster.mongoUrl });
    for (const name of work) expect(await documents.acquireLease(name, 'successor', 1)).toMatchObject({ name });
    for (const [name, model] of await storedReadModels(documents)) {
      const reached = [...model.values()].reduce((last, { position }) => (position > last ? position : last), '');
      expect([name, ((await documents.checkpoint(name))?.position ?? '') >= reached]).toEqual([name, true]);
    }
    await documents.close();
  });
});
