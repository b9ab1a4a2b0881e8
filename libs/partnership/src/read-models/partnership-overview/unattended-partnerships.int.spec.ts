import type { DomainEvent } from '#event-sourcing';
import type { Actor } from '#identity';
import { active } from '../../domain/event-samples/histories.js';
import { partnershipAbandoned, partnershipProposed } from '../../domain/event-samples/lifecycle.js';
import { partnerManagerAssigned } from '../../domain/event-samples/people.js';
import { type RunningPartnerships, startPartnerships } from '../../testing/running-partnerships.js';
import type { PartnershipPresenter } from './partnership-presenter.query.js';
import { PartnershipsHandler, PartnershipsQuery } from './partnerships.query.js';
import type { PartnershipsWanted } from './partnerships-wanted.js';

const auditor: Actor = { userId: 'audit', roles: ['AUDITOR'], partnershipIds: [], onBehalfOfSide: 'OWN' };
const representative: Actor = {
  userId: 'rep',
  roles: ['PARTNER_REP'],
  partnershipIds: ['prt_1'],
  onBehalfOfSide: 'PARTNER',
};
const appointed: DomainEvent = {
  type: 'PartnerManagerAppointed',
  occurredOn: '2026-01-02',
  data: { managerId: 'mgr_1', userId: 'jana', capacity: 10 },
};
/** Decided on a portfolio in which the assignment of the same moment was not to be seen yet. */
const dismissed: DomainEvent = {
  type: 'PartnerManagerDismissed',
  occurredOn: '2026-01-12',
  data: { dismissedOn: '2026-01-12', handover: [] },
};
describe('a partnership that nobody looks after', () => {
  let partnerships: RunningPartnerships;
  beforeEach(async () => {
    partnerships = await startPartnerships('2026-04-20', []);
    await partnerships.record('partnerManager-mgr_1', appointed);
  });
  afterEach(async () => {
    await partnerships.stop();
  });

  async function found(wanted: PartnershipsWanted, actor = auditor): Promise<readonly string[]> {
    const asIs = { present: (rows: unknown) => Promise.resolve(rows) } as unknown as PartnershipPresenter;
    const query = new PartnershipsQuery(actor, wanted, [['openedOn', 'desc']], { first: 10 });
    const { edges } = await new PartnershipsHandler(partnerships.engine, asIs).execute(query);
    return edges.map(({ node }) => node.id).sort();
  }

  it('is found when its manager was dismissed at the moment of the assignment', async () => {
    await partnerships.record('partnership-prt_1', partnershipProposed, partnerManagerAssigned);
    expect(await found({ unattendedOnly: true })).toEqual([]);
    await partnerships.record('partnerManager-mgr_1', dismissed);
    expect(await found({ unattendedOnly: true })).toEqual(['prt_1']);
    expect(await found({ unattendedOnly: true, managerId: 'mgr_1', states: ['PROSPECTIVE'] })).toEqual(['prt_1']);
    expect(await found({ unattendedOnly: true, states: ['ACTIVE'] })).toEqual([]);
  });

  it('is found as long as no manager was assigned', async () => {
    await partnerships.record('partnership-prt_1', partnershipProposed);
    await partnerships.record('partnership-prt_2', ...active);
    expect(await found({ unattendedOnly: true })).toEqual(['prt_1']);
    expect(await found({})).toEqual(['prt_1', 'prt_2']);
  });

  it('is none once it is closed, and none of what the actor may not see', async () => {
    await partnerships.record('partnership-prt_1', partnershipProposed, partnerManagerAssigned, partnershipAbandoned);
    await partnerships.record('partnership-prt_2', partnershipProposed);
    await partnerships.record('partnerManager-mgr_1', dismissed);
    expect(await found({ unattendedOnly: true })).toEqual(['prt_2']);
    expect(await found({ unattendedOnly: true }, representative)).toEqual([]);
  });
});
