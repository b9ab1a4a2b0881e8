import { setImmediate } from 'node:timers/promises';
import type { DomainEvent } from '#event-sourcing';
import { ReactionRunner } from '#projections';
import {
  ReassignPartnerManagerCommand,
  ReassignPartnerManagerHandler,
} from './commands/people/reassign-partner-manager/reassign-partner-manager.handler.js';
import {
  RelieveContactCommand,
  RelieveContactHandler,
} from './commands/people/relieve-contact/relieve-contact.handler.js';
import {
  RevokeRequirementEvidenceCommand,
  RevokeRequirementEvidenceHandler,
} from './commands/requirements/revoke-requirement-evidence/revoke-requirement-evidence.handler.js';
import {
  ExpireProposalCommand,
  ExpireProposalHandler,
} from './commands/termination/expire-proposal/expire-proposal.handler.js';
import type { ConcernedPartnerships } from './concerned-partnerships.query.js';
import { offered } from './domain/event-samples/ending-histories.js';
import { active } from './domain/event-samples/histories.js';
import { partnerManagerReassigned } from './domain/event-samples/people.js';
import { requirementEvidenceRecorded } from './domain/event-samples/requirements.js';
import { mutualTerminationProposalExpired } from './domain/event-samples/termination.js';
import { PartnershipReactions } from './partnership-reactions.adapter.js';
import { ExpireProposalsPastTheirDeadline } from './reactions/expire-proposals-past-their-deadline/expire-proposals-past-their-deadline.handler.js';
import { ReassignWhenAManagerIsDismissed } from './reactions/reassign-when-a-manager-is-dismissed/reassign-when-a-manager-is-dismissed.handler.js';
import { RelieveContactsWhenAPersonLeaves } from './reactions/relieve-contacts-when-a-person-leaves/relieve-contacts-when-a-person-leaves.handler.js';
import { RevokeCertificatesWhenTheirHolderLeaves } from './reactions/revoke-certificates-when-their-holder-leaves/revoke-certificates-when-their-holder-leaves.handler.js';
import { partnershipOverview } from './read-models/partnership-overview/partnership-overview.js';
import { type RunningPartnerships, startPartnerships } from './testing/running-partnerships.js';

const handlers = [
  [RelieveContactCommand, RelieveContactHandler],
  [RevokeRequirementEvidenceCommand, RevokeRequirementEvidenceHandler],
  [ReassignPartnerManagerCommand, ReassignPartnerManagerHandler],
  [ExpireProposalCommand, ExpireProposalHandler],
] as const;

const partnerRegistered: DomainEvent = {
  type: 'ContactPersonRegistered',
  occurredOn: '2026-01-05',
  data: {
    personId: 'prs_partner',
    side: 'PARTNER',
    companyId: 'cmp_1',
    changedFields: ['name'],
    legalBasis: 'Art. 6 I f GDPR',
  },
};
const partnerLeft: DomainEvent = {
  type: 'ContactPersonLeftCompany',
  occurredOn: '2026-03-12',
  data: { personId: 'prs_partner', leftOn: '2026-03-12' },
};
const sellerRegistered: DomainEvent = {
  ...partnerRegistered,
  data: { ...partnerRegistered.data, personId: 'prs_seller' },
};
const sellerLeft: DomainEvent = { ...partnerLeft, data: { personId: 'prs_seller', leftOn: '2026-03-12' } };
const managerDismissed: DomainEvent = {
  type: 'PartnerManagerDismissed',
  occurredOn: '2026-03-31',
  data: {
    dismissedOn: '2026-03-31',
    handover: [
      { partnershipId: 'prt_1', managerId: 'mgr_2' },
      { partnershipId: 'prt_2', managerId: 'mgr_2' },
    ],
  },
};

function appointed(managerId: string): DomainEvent {
  return {
    type: 'PartnerManagerAppointed',
    occurredOn: '2026-01-02',
    data: { managerId, userId: `user of ${managerId}`, capacity: 10 },
  };
}

describe('What follows by itself', () => {
  let partnerships: RunningPartnerships;

  beforeEach(async () => {
    partnerships = await startPartnerships('2026-04-20', handlers);
    await partnerships.record('partnerManager-mgr_1', appointed('mgr_1'));
    await partnerships.record('partnerManager-mgr_2', appointed('mgr_2'));
  });

  afterEach(async () => {
    await partnerships.stop();
  });

  /** The process starts: every reaction begins at the start of the log, until it has handled the last event. */
  async function reactToEverything(): Promise<void> {
    const { hub, documents, commands, concerned, directory, store } = partnerships;
    const runner = new ReactionRunner({ hub, documents });
    const relieve = new RelieveContactsWhenAPersonLeaves(commands, concerned, directory);
    const reassign = new ReassignWhenAManagerIsDismissed(commands, concerned);
    const revoke = new RevokeCertificatesWhenTheirHolderLeaves(commands, concerned, directory);
    const all = [relieve, revoke, reassign];
    const reactions = new PartnershipReactions(runner, relieve, revoke, reassign);
    for (const { name } of all)
      await documents.saveCheckpoint(`reaction:${name}`, { version: 0, position: store.start });
    const handled = all.map(async ({ name, types }) => {
      let last = store.start;
      for await (const { position } of store.readAll({ types })) last = position;
      while (((await documents.checkpoint(`reaction:${name}`))?.position ?? store.start) < last) await setImmediate();
    });
    reactions.onModuleInit();
    reactions.onApplicationBootstrap();
    await Promise.all(handled);
    await reactions.onApplicationShutdown();
    await partnerships.settled();
  }

  it('relieves a person who left in all open partnerships, once however often the event comes', async () => {
    await partnerships.record('partnership-prt_1', ...active);
    await partnerships.record('partnership-prt_2', ...active);
    await partnerships.record('contactPerson-prs_partner', partnerLeft);
    await reactToEverything();

    const documents = await partnerships.engine.collection(partnershipOverview).getMany(['prt_1', 'prt_2']);
    expect(documents.size).toBe(2);
    for (const { document } of documents.values())
      expect(document?.contacts).toMatchObject({
        OWN: [{ personId: 'prs_own' }],
        PARTNER: [{ personId: 'prs_partner', validUntil: '2026-03-12' }],
      });
    const before = await partnerships.count();
    await reactToEverything();
    expect(await partnerships.count()).toBe(before);
  });

  it('relieves a person who was assigned while the news of leaving was on its way', async () => {
    await partnerships.record('contactPerson-prs_partner', partnerRegistered, partnerLeft);
    await partnerships.record('partnership-prt_1', ...active);
    await reactToEverything();

    expect(await partnerships.concerned.dutiesBeyond('prs_partner', '2026-03-12', asOfNow())).toEqual([]);
    expect(await partnerships.concerned.dutiesBeyond('prs_own', '2026-03-12', asOfNow())).toHaveLength(1);
    const before = await partnerships.count();
    await reactToEverything();
    expect(await partnerships.count()).toBe(before);
  });

  it('relieves a person who left although a successor is named for later', async () => {
    const assigned = { side: 'PARTNER', personId: 'prs_successor', validFrom: '2026-06-01' };
    const ended = { side: 'PARTNER', personId: 'prs_partner', validFrom: '2026-01-14', endsOn: '2026-06-01' };
    await partnerships.record(
      'partnership-prt_1',
      ...active,
      {
        type: 'ContactRelieved',
        occurredOn: '2026-03-02',
        data: { ...ended, reason: 'REASSIGNED', vacancyOpened: false },
      },
      { type: 'ContactAssigned', occurredOn: '2026-03-02', data: assigned },
    );
    await partnerships.record('contactPerson-prs_partner', partnerLeft);
    await reactToEverything();

    expect(await partnerships.concerned.dutiesBeyond('prs_partner', '2026-03-12', asOfNow())).toEqual([]);
    expect(await partnerships.concerned.dutiesBeyond('prs_successor', '2026-03-12', asOfNow())).toHaveLength(1);
  });

  const seller = ['contactPerson-prs_seller', sellerRegistered, sellerLeft] as const;
  const certified = ['partnership-prt_1', ...active, requirementEvidenceRecorded] as const;

  it.each([
    ['is known when the holder leaves', [certified, seller]],
    ['is handed in after the holder left', [seller, certified]],
  ])('ends a certificate that %s, once however often the event comes', async (_case, happened) => {
    for (const [stream, ...events] of happened) await partnerships.record(stream, ...events);
    const heldOn = (day: string) => partnerships.concerned.evidenceHeldBeyond('prs_seller', day, asOfNow());
    expect(await heldOn('2026-03-12')).toMatchObject([{ evidenceId: 'evd_cert' }]);
    await reactToEverything();

    expect(await heldOn('2026-03-12')).toEqual([]);
    expect(await heldOn('2026-03-11')).toMatchObject([{ evidenceId: 'evd_cert', revokedFrom: '2026-03-12' }]);
    const before = await partnerships.count();
    await reactToEverything();
    expect(await partnerships.count()).toBe(before);
  });

  it('hands the partnerships of a dismissed manager over, once however often the event comes', async () => {
    await partnerships.record('partnership-prt_1', ...active);
    await partnerships.record('partnership-prt_2', ...active);
    await partnerships.record('partnerManager-mgr_1', managerDismissed);
    await reactToEverything();

    expect(await partnerships.concerned.ofManager('mgr_2', ['prt_1', 'prt_2'], asOfNow())).toHaveLength(2);
    const before = await partnerships.count();
    await reactToEverything();
    expect(await partnerships.count()).toBe(before);
  });

  it('leaves a partnership alone that somebody else has taken over meanwhile', async () => {
    await partnerships.record('partnership-prt_1', ...active, {
      ...partnerManagerReassigned,
      data: { ...partnerManagerReassigned.data, managerId: 'mgr_3' },
    });
    await partnerships.record('partnerManager-mgr_1', managerDismissed);
    const before = await partnerships.count();
    await reactToEverything();
    expect(await partnerships.count()).toBe(before);
  });

  it('expires what nobody answered in time, once however often it looks', async () => {
    await partnerships.record('partnership-prt_1', ...offered);
    const { commands, concerned, clock, store, codec } = partnerships;
    const waiting = await concerned.withAnswerDueBefore('2026-04-20');
    const before = await partnerships.count();
    const expiry = new ExpireProposalsPastTheirDeadline(commands, concerned, clock);
    expiry.onApplicationBootstrap();
    while ((await partnerships.count()) === before) await setImmediate();
    await expiry.onApplicationShutdown();

    // A board that is still behind: the very same command is sent again.
    const behind = { withAnswerDueBefore: () => Promise.resolve(waiting) } as unknown as ConcernedPartnerships;
    await new ExpireProposalsPastTheirDeadline(commands, behind, clock).expireDue();
    await partnerships.settled();
    await new ExpireProposalsPastTheirDeadline(commands, concerned, clock).expireDue();
    expect(await partnerships.count()).toBe(before + 1);

    const last = [];
    for await (const event of store.read('partnership-prt_1', { direction: 'backwards', limit: 1 }))
      last.push(codec.decode(event));
    expect(last).toMatchObject([
      { ...mutualTerminationProposalExpired, metadata: { actor: { userId: 'accord' }, source: 'SCHEDULER' } },
    ]);
  });

  function asOfNow() {
    return { position: partnerships.engine.position(), signal: new AbortController().signal };
  }
});
