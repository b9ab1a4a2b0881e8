import { type ApiUnderTest, startApiUnderTest } from './api-under-test.js';
import type { GraphqlActor } from './graphql-actor.js';
import { type Cast, livePartnership, publishedProgramme, tells } from './partnership-cast.js';

/** A system with two partnerships that are live, for commands that have to be refused. */
export interface TwoPartnerships {
  readonly api: ApiUnderTest;
  readonly head: GraphqlActor;
  readonly nordlicht: Cast;
  readonly ostwind: Cast;
  /** An open action of Ostwind's. */
  readonly actionId: string;
}

/** Starts the system and takes both partnerships live. */
export async function startTwoPartnerships(): Promise<TwoPartnerships> {
  const api = await startApiUnderTest();
  const head = await api.actor('HEAD_OF_PARTNERING');
  const programmeId = await publishedProgramme(api);
  const nordlicht = await livePartnership(api, programmeId, 'Nordlicht');
  const ostwind = await livePartnership(api, programmeId, 'Ostwind');
  await tells(ostwind, 'agreeAction', {
    text: 'Send the price list.',
    ownerSide: 'PARTNER',
    ownerPersonId: ostwind.partnerPersonId,
    dueOn: '2025-03-31',
    occurredOn: '2025-03-03',
  });
  const { actions } = await ostwind.manager.query<{ actions: { edges: { node: { id: string } }[] } }>(
    '{ actions { edges { node { id } } } }',
  );
  return { api, head, nordlicht, ostwind, actionId: actions.edges[0]?.node.id ?? '' };
}
