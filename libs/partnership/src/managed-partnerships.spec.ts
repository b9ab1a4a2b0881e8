import { type Collection, indexesOf, openInProcessDocumentStore } from '#document-store';
import type { ProjectionEngine } from '#projections';
import { ManagedPartnerships } from './managed-partnerships.query.js';
import { AgreedAction } from './read-models/actions/agreed-action.js';
import { Partnership } from './read-models/partnership-overview/partnership.js';

const today = '2026-03-31';
const contact = { personId: 'prs_1', validFrom: '2026-01-12' };

function partnership(id: string, differing: Partial<Partnership> = {}): Partnership {
  return {
    id,
    companyId: 'cmp_1',
    category: 'SALES',
    state: 'ACTIVE',
    managerId: 'mgr_1',
    contactOwn: contact,
    contactPartner: contact,
    imported: false,
    openedOn: '2026-01-05',
    openActions: 0,
    revision: 0,
    ...differing,
  };
}

function action(id: string, partnershipId: string, dueOn: string): AgreedAction {
  return {
    id,
    partnershipId,
    sealedText: { keyId: 'key_1', ciphertext: 'eA==' },
    ownerSide: 'OWN',
    ownerPersonId: 'prs_1',
    status: 'OPEN',
    agreedOn: '2026-02-01',
    dueOn,
    originallyDueOn: dueOn,
    replanCount: 0,
  };
}

async function managedPartnerships(
  partnerships: readonly Partnership[],
  actions: readonly AgreedAction[] = [],
): Promise<ManagedPartnerships> {
  const store = openInProcessDocumentStore();
  const collections: Readonly<Record<string, Collection<object>>> = {
    'partnership-overview': await store.collection<object>('partnerships', indexesOf(Partnership)),
    actions: await store.collection<object>('actions', indexesOf(AgreedAction)),
  };
  const stored = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    rows.map((document) => ({ id: document.id, document, position: '1' }));
  await collections['partnership-overview']?.write(stored(partnerships));
  await collections['actions']?.write(stored(actions));
  const engine = { collection: ({ name }: { readonly name: string }) => collections[name] };
  return new ManagedPartnerships(engine as unknown as ProjectionEngine);
}

describe('what a partner manager looks after', () => {
  it('is counted by state, those of colleagues left out', async () => {
    const managed = await managedPartnerships([
      partnership('prt_1'),
      partnership('prt_2'),
      partnership('prt_3', { state: 'TERMINATED' }),
      partnership('prt_4', { managerId: 'mgr_2' }),
    ]);
    const { byState } = await managed.countsOf('mgr_1', today);
    expect(byState).toEqual({
      PROSPECTIVE: 0,
      ONBOARDING: 0,
      ACTIVE: 2,
      SUSPENDED: 0,
      WINDING_DOWN: 0,
      TERMINATED: 1,
      ABANDONED: 0,
    });
  });

  it('includes the sides without a contact where the partnership is live', async () => {
    const { contactOwn: _own, ...withoutOwn } = partnership('prt_1');
    const { contactPartner: _partner, ...withoutPartner } = partnership('prt_2', { state: 'SUSPENDED' });
    const { contactPartner: _none, ...notLive } = partnership('prt_3', { state: 'ONBOARDING' });
    const managed = await managedPartnerships([withoutOwn, withoutPartner, notLive]);
    expect(await managed.countsOf('mgr_1', today)).toMatchObject({ vacanciesOwn: 1, vacanciesPartner: 1 });
  });

  it('includes the reviews that come up and those that are overdue, where the cadence runs', async () => {
    const managed = await managedPartnerships([
      partnership('prt_1', { nextReviewOn: '2026-03-30' }),
      partnership('prt_2', { nextReviewOn: today }),
      partnership('prt_3', { nextReviewOn: '2026-04-07' }),
      partnership('prt_4', { nextReviewOn: '2026-04-30' }),
      partnership('prt_5', { nextReviewOn: '2026-05-01' }),
      partnership('prt_6', { nextReviewOn: '2026-03-01', state: 'SUSPENDED' }),
      partnership('prt_7'),
    ]);
    expect(await managed.countsOf('mgr_1', today)).toMatchObject({
      reviewsOverdue: 1,
      reviewsDueIn7Days: 2,
      reviewsDueIn30Days: 3,
    });
  });

  it('includes the open and overdue actions of open partnerships', async () => {
    const managed = await managedPartnerships(
      [
        partnership('prt_1'),
        partnership('prt_2', { state: 'TERMINATED' }),
        partnership('prt_3', { managerId: 'mgr_2' }),
      ],
      [
        action('act_1', 'prt_1', '2026-03-30'),
        action('act_2', 'prt_1', today),
        { ...action('act_3', 'prt_1', '2026-03-01'), status: 'COMPLETED' },
        action('act_4', 'prt_2', '2026-03-01'),
        action('act_5', 'prt_3', '2026-03-01'),
      ],
    );
    expect(await managed.countsOf('mgr_1', today)).toMatchObject({ openActions: 2, overdueActions: 1 });
    expect(await managed.openIdsOf('mgr_1')).toEqual(['prt_1']);
  });
});
