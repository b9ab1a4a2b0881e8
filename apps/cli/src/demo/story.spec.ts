import { readFileSync } from 'node:fs';
import { referenceProgrammes } from '#programme/domain';
import { aggregateOf } from '../import-sending/api.js';
import type { Cast, Facts } from './cast.js';
import type { Chapter } from './chapter.js';
import { partnerManagers } from './own-company.js';
import { scenesOf } from './scenes.js';
import { story } from './story.js';

const TODAY = '2026-09-30';

const cast = (category: 'SALES' | 'TECHNOLOGY' | 'SERVICE'): Cast => ({
  company: 'Nordlicht',
  partnershipId: 'prt_1',
  ownPersonId: 'prs_own',
  partnerPersonId: 'prs_partner',
  managerId: 'mgr_1',
  managerUserId: 'lena.brockhaus',
  programme: { programmeId: 'prg_1', version: 1, content: referenceProgrammes[category] },
  today: TODAY,
});

const facts: Facts = {
  openActions: [
    { id: 'act_own', ownerSide: 'OWN' },
    { id: 'act_partner', ownerSide: 'PARTNER' },
  ],
  lastReviewId: 'rev_1',
  proposal: { proposalId: 'tpr_1', termsHash: 'ab' },
  pendingItems: [
    { itemId: 'wdi_own', ownerSide: 'OWN', kind: 'CUSTOMER_HANDOVER' },
    { itemId: 'wdi_partner', ownerSide: 'PARTNER', kind: 'DATA_RETURN' },
  ],
};

function scenes(chapter: Chapter) {
  return scenesOf(chapter, cast('SERVICE'), facts);
}

describe('The story of the demo', () => {
  it.each(story.map((partnership) => [partnership.company, partnership] as const))(
    'of %s goes forwards in time and never into the future',
    (_, { chapters }) => {
      const days = chapters.map(({ daysAgo }) => daysAgo);
      expect(days).toEqual([...days].sort((one, other) => other - one));
      expect(Math.min(...days)).toBeGreaterThanOrEqual(0);
    },
  );

  it('takes place in companies of the example list, or begins with a proposal', () => {
    const list = readFileSync(new URL('../../../../examples/kubernetes-partners.csv', import.meta.url), 'utf8');
    for (const { company, chapters } of story)
      expect([company, chapters[0]?.what === 'proposed' || list.includes(`\n${company};`)]).toEqual([company, true]);
  });

  it('has managers who are appointed, and partner contacts with addresses that nobody has', () => {
    const appointed = partnerManagers.map(({ userId }) => userId);
    for (const { manager, partnerContact } of story) {
      expect(appointed).toContain(manager);
      expect(partnerContact.email).toMatch(/\.example$/);
    }
  });

  it('shows every kind of chapter, among them a refused activation, an open proposal and an end by agreement', () => {
    expect([...new Set(story.flatMap(({ chapters }) => chapters.map(({ what }) => what)))].sort()).toEqual([
      'abandoned',
      'actions done',
      'activation tried in vain',
      'agreement signed',
      'brought a result',
      'concluded',
      'contact named',
      'end accepted',
      'end counter-proposed',
      'end proposed',
      'manager assigned',
      'next review planned',
      'onboarding begun',
      'partner scored',
      'proposed',
      'requirements met',
      'reviewed',
      'talked',
      'went live',
      'wound down',
    ]);
  });

  it('is told in commands that the command line knows how to send, each with an id of its own', () => {
    for (const { category, chapters } of story) {
      const sent = chapters
        .flatMap((chapter) => scenesOf(chapter, cast(category), facts))
        .map(({ command }) => command);
      expect(sent.filter(({ mutation }) => !(mutation in aggregateOf))).toEqual([]);
      expect(new Set(sent.map(({ input }) => input['commandId'])).size).toBe(sent.length);
    }
  });
});

describe('A chapter', () => {
  it('dates what happens in days before today', () => {
    const [scene] = scenes({ what: 'went live', daysAgo: 30, tier: 'BASE' });
    expect(scene?.command.input).toMatchObject({ activatedOn: '2026-08-31', tier: 'BASE' });
  });

  it('hands in one piece of evidence for each that the programme wants', () => {
    const keys = scenes({ what: 'requirements met', daysAgo: 1 }).map(({ command }) => command.input['key']);
    expect(keys).toEqual(['NDA', 'DPA_AVV', 'CERT_CONSULTANTS', 'CERT_CONSULTANTS', 'INSURANCE']);
  });

  it('reports every open action in a review', () => {
    const [scene] = scenes({
      what: 'reviewed',
      daysAgo: 1,
      kind: 'QUARTERLY',
      own: [1, 2, 3, 4, 5],
      outcome: 'CONTINUE',
      summary: 'Fine.',
    });
    expect(scene?.command.input).toMatchObject({
      scoresOwn: { strategicFit: 1, results: 2, delivery: 3, communication: 4, trust: 5 },
      openActionStatus: [
        { actionId: 'act_own', status: 'OPEN' },
        { actionId: 'act_partner', status: 'OPEN' },
      ],
    });
  });

  it('lets each side do what is its own', () => {
    const by = (chapter: Chapter) =>
      scenes(chapter).map((scene) => [scene.by, scene.command.input['itemId'] ?? scene.command.input['actionId']]);
    expect(by({ what: 'wound down', daysAgo: 1 })).toEqual([
      ['MANAGER', 'wdi_own'],
      ['REPRESENTATIVE', 'wdi_partner'],
    ]);
    expect(by({ what: 'actions done', daysAgo: 1, side: 'PARTNER' })).toEqual([['REPRESENTATIVE', 'act_partner']]);
  });

  it('proposes an end with four eyes, and accepts the very terms that lie on the table', () => {
    const terms = { endsInDays: 60, customers: 2, openDealsRule: 'Kept.', settlement: 'None.' };
    const [proposed] = scenes({ what: 'end proposed', daysAgo: 10, answerInDays: 30, terms });
    expect(proposed).toMatchObject({
      by: 'HEAD',
      command: {
        input: {
          side: 'OWN',
          requestedBy: 'lena.brockhaus',
          occurredOn: '2026-09-20',
          acceptBy: '2026-10-20',
          terms: { endsOn: '2026-11-19' },
        },
      },
    });
    const [acceptedEnd] = scenes({ what: 'end accepted', daysAgo: 5 });
    expect(acceptedEnd?.command.input).toMatchObject({ proposalId: 'tpr_1', termsHash: 'ab', side: 'OWN' });
  });
});
