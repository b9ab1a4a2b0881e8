import { setTimeout } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Cast, proposedPartnership, publishedProgramme, takeLive, tells } from '../support/partnership-cast.js';
import type { GraphqlActor } from '../support/graphql-actor.js';
import { Cluster, type Serving } from './cluster.js';

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
  nordlicht = await proposedPartnership(stage, 'Nordlicht');
  await takeLive(nordlicht, await publishedProgramme(stage));
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

async function leasesOf({ url }: Serving): Promise<readonly string[]> {
  const answer = await fetch(`${url}/health/ready`);
  const { leases } = (await answer.json()) as { readonly leases: readonly { readonly name: string }[] };
  return leases.map(({ name }) => name).sort();
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
    const [one, other] = await Promise.all(projectors.map(leasesOf));
    const all = [...(one ?? []), ...(other ?? [])].sort();
    expect(new Set(all).size).toBe(all.length);
    const [killed, left] = (one ?? []).length > 0 ? projectors : [projectors[1], projectors[0]];
    await killed.child.end('SIGKILL');
    await agreeAction();
    await eventually(
      () => leasesOf(left),
      (held) => held.length === all.length,
    );
    expect(await leasesOf(left)).toEqual(all);
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
});
