import { type Collection, indexesOf, openInProcessDocumentStore } from '#document-store';
import type { Side } from '#directory';
import type { ProjectionEngine } from '#projections';
import { ManagedPartnerships } from './managed-partnerships.query.js';
import { AgreedAction } from './read-models/actions/agreed-action.js';
import { Partnership } from './read-models/partnership-overview/partnership.js';
import { Vacancy } from './read-models/vacancies/vacancy.js';

const today = '2026-03-31';

function partnership(id: string, differing: Partial<Partnership> = {}): Partnership {
  return {
    id,
    companyId: 'cmp_1',
    category: 'SALES',
    state: 'ACTIVE',
    managerId: 'mgr_1',
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

function vacancy(partnershipId: string, side: Side, differing: Partial<Vacancy>): Vacancy {
  return {
    id: `${partnershipId}/${side}`,
    partnershipId,
    side,
    companyId: 'cmp_1',
    category: 'SALES',
    state: 'ACTIVE',
    managerId: 'mgr_1',
    watchedFrom: '2026-01-05',
    intervals: [],
    ...differing,
  };
}

async function managedPartnerships(
  partnerships: readonly Partnership[],
  actions: readonly AgreedAction[] = [],
  vacancies: readonly Vacancy[] = [],
): Promise<ManagedPartnerships> {
  const store = openInProcessDocumentStore();
  const collections: Readonly<Record<string, Collection<object>>> = {
    'partnership-overview': await store.collection<object>('partnerships', indexesOf(Partnership)),
    actions: await store.collection<object>('actions', indexesOf(AgreedAction)),
    vacancies: await store.collection<object>('vacancies', indexesOf(Vacancy)),
  };
  const stored = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    rows.map((document) => ({ id: document.id, document, position: '1' }));
  await collections['partnership-overview']?.write(stored(partnerships));
  await collections['actions']?.write(stored(actions));
  await collections['vacancies']?.write(stored(vacancies));
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

  it('includes the sides without a contact today where the partnership is live, not those whose contact ends later', async () => {
    const managed = await managedPartnerships(
      [],
      [],
      [
        vacancy('prt_1', 'OWN', { gap: { from: today } }),
        vacancy('prt_2', 'PARTNER', { state: 'SUSPENDED', gap: { from: '2026-03-01', until: '2026-04-01' } }),
        vacancy('prt_3', 'PARTNER', { state: 'ONBOARDING', gap: { from: today } }),
        vacancy('prt_4', 'PARTNER', { gap: { from: '2026-04-01' } }),
        vacancy('prt_5', 'OWN', { managerId: 'mgr_2', gap: { from: today } }),
      ],
    );
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
