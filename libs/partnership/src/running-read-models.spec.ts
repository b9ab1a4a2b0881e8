import type { CompanyNames, PersonNames, TextVault } from '#directory';
import { type Collection, openInProcessDocumentStore } from '#document-store';
import { type Clock, type DomainEvent, evolveDocument, type Projection } from '#event-sourcing';
import { recorded } from '#event-sourcing/testing';
import type { Actor } from '#identity';
import type { ProjectionEngine } from '#projections';
import {
  actionAgreedBetweenReviews as priceListAgreed,
  actionAgreedInReview as trainingAgreed,
} from './domain/event-samples/actions.js';
import { communicationLogged } from './domain/event-samples/communication.js';
import { partnershipProposed } from './domain/event-samples/lifecycle.js';
import { partnerManagerAssigned } from './domain/event-samples/people.js';
import { reviewHeld, reviewScheduled } from './domain/event-samples/reviews.js';
import { ManagedPartnerships } from './managed-partnerships.query.js';
import { PartnershipCompanies } from './partnership-companies.query.js';
import { ActionPresenter, ActionsHandler, ActionsQuery } from './read-models/actions/actions.query.js';
import { actions } from './read-models/actions/actions.js';
import {
  CommunicationPresenter,
  CommunicationTimelineHandler,
  CommunicationTimelineQuery,
} from './read-models/communication-timeline/communication-timeline.query.js';
import { communicationTimeline } from './read-models/communication-timeline/communication-timeline.js';
import { partnershipOverview } from './read-models/partnership-overview/partnership-overview.js';
import { ReviewCalendarHandler, ReviewCalendarQuery } from './read-models/review-calendar/review-calendar.query.js';
import { reviewCalendar } from './read-models/review-calendar/review-calendar.js';
import { ReviewPresenter } from './read-models/review-calendar/review-presenter.query.js';

const jana: Actor = { userId: 'jana', roles: ['PARTNER_MANAGER'], onBehalfOfSide: 'OWN', partnershipIds: [] };
const nora: Actor = { userId: 'nora', roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER', partnershipIds: ['prt_1'] };
const clock: Clock = { kind: 'REAL', now: () => ({ now: '2026-03-31T09:00:00.000Z', today: '2026-03-31' }) };
const companies = { byId: () => Promise.resolve(new Map([['cmp_1', 'Nordlicht Systemhaus GmbH']])) };
const persons = { byId: () => Promise.resolve(new Map([['prs_own', 'Jana Reuter']])) };
/** The text under `key_action` was redacted. */
const texts = {
  open: (sealed: readonly { readonly keyId: string }[]) =>
    Promise.resolve(sealed.map(({ keyId }) => (keyId === 'key_action' ? undefined : `text of ${keyId}`))),
};

/** The read models after the sample history of `prt_1`, and of `prt_2` where an action was agreed as well. */
async function readModels(): Promise<ProjectionEngine> {
  const store = openInProcessDocumentStore();
  const collections = new Map<string, Collection<object>>();
  const history = [
    partnershipProposed,
    partnerManagerAssigned,
    reviewScheduled,
    reviewHeld,
    trainingAgreed,
    priceListAgreed,
    communicationLogged,
  ].map((event, revision) => recorded<DomainEvent>(event, revision, 'partnership-prt_1'));
  const elsewhere = { ...priceListAgreed, data: { ...priceListAgreed.data, actionId: 'act_elsewhere' } };
  const events = [...history, recorded<DomainEvent>(elsewhere, history.length, 'partnership-prt_2')];
  for (const definition of [partnershipOverview, actions, reviewCalendar, communicationTimeline]) {
    const projection = definition as unknown as Projection;
    const collection = await store.collection<object>(projection.name, []);
    collections.set(projection.name, collection);
    for (const event of events.filter(({ type }) => projection.on[type] !== undefined)) {
      const id = String(projection.key(event));
      const document = evolveDocument(projection, await collection.get(id), event, id);
      await collection.write([{ id, document, position: event.position }]);
    }
  }
  const served = { collection: ({ name }: Projection) => collections.get(name), waiting: () => undefined };
  return served as unknown as ProjectionEngine;
}

async function handlers() {
  const engine = await readModels();
  const managed = new ManagedPartnerships(engine);
  const names = persons as unknown as PersonNames;
  const vault = texts as unknown as TextVault;
  const joined = new PartnershipCompanies(engine, companies as unknown as CompanyNames);
  return {
    actions: new ActionsHandler(engine, managed, new ActionPresenter(joined, names, vault), clock),
    reviews: new ReviewCalendarHandler(engine, managed, new ReviewPresenter(joined, names, vault), clock),
    timeline: new CommunicationTimelineHandler(engine, new CommunicationPresenter(names, vault)),
  };
}

describe('the lists of a running partnership', () => {
  it('show actions with company, owner, text and days overdue; a redacted text is missing', async () => {
    const { edges } = await (
      await handlers()
    ).actions.execute(new ActionsQuery(jana, { partnershipId: 'prt_1' }, [['dueOn', 'asc']], {}));
    expect(edges.map(({ node }) => node)).toMatchObject([
      {
        id: 'act_between',
        companyId: 'cmp_1',
        companyName: 'Nordlicht Systemhaus GmbH',
        text: 'text of key_between',
        ownerName: 'Jana Reuter',
        overdueDays: 18,
      },
      { id: 'act_review', overdueDays: 0 },
    ]);
    expect(edges.at(1)?.node.text).toBe(undefined);
  });

  it('page on behind a cursor and count the whole list', async () => {
    const { actions: handler } = await handlers();
    const first = await handler.execute(new ActionsQuery(jana, {}, [['dueOn', 'desc']], { first: 2 }));
    const after = first.pageInfo.endCursor ?? null;
    const second = await handler.execute(new ActionsQuery(jana, {}, [['dueOn', 'desc']], { first: 2, after }));
    expect([first, second].map(({ edges }) => edges.map(({ node }) => node.id))).toEqual([
      ['act_review', 'act_elsewhere'],
      ['act_between'],
    ]);
    expect([await first.count(), second.pageInfo.hasNextPage]).toEqual([3, false]);
  });

  it('show a manager only what concerns the own partnerships when asked for it', async () => {
    const { actions: handler } = await handlers();
    const { edges } = await handler.execute(new ActionsQuery(jana, { managerId: 'mgr_1' }, [['dueOn', 'asc']], {}));
    expect(edges.map(({ node }) => node.id)).toEqual(['act_between', 'act_review']);
  });

  it('show a partner representative nothing of a partnership that is not the own one, even by its id', async () => {
    const { actions: handler, timeline } = await handlers();
    const foreign = await handler.execute(new ActionsQuery(nora, { partnershipId: 'prt_2' }, [['dueOn', 'asc']], {}));
    const stranger = { ...nora, partnershipIds: ['prt_2'] };
    const entries = await timeline.execute(new CommunicationTimelineQuery(stranger, 'prt_1', {}, [['on', 'desc']], {}));
    expect([foreign.edges, entries.edges]).toEqual([[], []]);
  });

  it('show reviews with summary, people and what is overdue', async () => {
    const { reviews } = await handlers();
    const { edges } = await reviews.execute(new ReviewCalendarQuery(jana, {}, [['takesPlaceOn', 'desc']], {}));
    expect(edges.map(({ node }) => node)).toMatchObject([
      { id: 'rev_planned', overdueDays: 15, companyName: 'Nordlicht Systemhaus GmbH' },
      {
        id: 'rev_held',
        overdueDays: 0,
        summary: 'text of key_review',
        responsibleContactOwn: { personId: 'prs_own', name: 'Jana Reuter' },
        participants: [{ personId: 'prs_own', name: 'Jana Reuter' }, { personId: 'prs_partner' }],
      },
    ]);
  });

  it('show exchanges with summary and people', async () => {
    const { timeline } = await handlers();
    const { edges } = await timeline.execute(new CommunicationTimelineQuery(nora, 'prt_1', {}, [['on', 'desc']], {}));
    expect(edges.map(({ node }) => node)).toMatchObject([
      {
        id: 'com_1',
        summary: 'text of key_call',
        participants: [{ personId: 'prs_own', name: 'Jana Reuter' }, { personId: 'prs_partner' }],
      },
    ]);
  });
});
