import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { draftProgramme } from '../commands/programme/draft-programme/draft-programme.js';
import { publishProgrammeVersion } from '../commands/programme/publish-programme-version/publish-programme-version.js';
import { programmeEvents } from './events.js';
import { ongoingRequirements } from './ongoing-requirements.js';
import { partnerCategories, type PartnerCategory } from './programme-version.js';
import { referenceProgrammes } from './reference-programmes.js';
import { evolveProgramme, initialProgramme, programmeVersionFacts } from './state.js';

const context = testContext({ today: '2026-01-05' });

describe.each(partnerCategories)('the reference programme %s', (category) => {
  const content = referenceProgrammes[category];
  const version = { programmeId: 'prg_1', version: 1, ...content };

  it('can be published as it is', () => {
    const { given } = decisionSpecification(initialProgramme, evolveProgramme);
    const drafted = { type: 'ProgrammeDrafted', occurredOn: '2026-01-05', data: version } as const;
    const published = { type: 'ProgrammeVersionPublished', occurredOn: '2026-01-05', data: version } as const;
    given()
      .when((state) => draftProgramme(content, state, context))
      .then(drafted);
    given(drafted)
      .when((state) => publishProgrammeVersion({}, state, context))
      .then(published);
    const state = [drafted, published].reduce(evolveProgramme, initialProgramme);
    expect(programmeVersionFacts(state, 1)).toEqual({ version, retired: false });
  });

  it('is what events can hold', () => {
    expect(programmeEvents.ProgrammeVersionPublished.data.parse(JSON.parse(JSON.stringify(version)))).toEqual(version);
  });

  it('is for its category', () => {
    expect(content.category).toBe(category);
  });
});

describe('the tiers of the reference programmes (domain.md 2.5)', () => {
  const tiers = partnerCategories.flatMap((category) =>
    referenceProgrammes[category].tiers.map(({ key, rank, cadenceDays, rhythmDays, resultTarget }) => [
      category,
      key,
      rank,
      cadenceDays,
      rhythmDays,
      resultTarget.metric,
      resultTarget.value,
      resultTarget.windowDays,
    ]),
  );

  it('are those of the table', () => {
    expect(tiers).toEqual([
      ['SALES', 'REGISTERED', 1, 180, 45, 'NEW_CUSTOMER_REVENUE', 5_000_000, 365],
      ['SALES', 'SILVER', 2, 90, 30, 'NEW_CUSTOMER_REVENUE', 15_000_000, 365],
      ['SALES', 'GOLD', 3, 90, 30, 'NEW_CUSTOMER_REVENUE', 50_000_000, 365],
      ['TECHNOLOGY', 'BASE', 1, 180, 45, 'JOINT_DEALS', 1, 365],
      ['TECHNOLOGY', 'ADVANCED', 2, 90, 30, 'JOINT_DEALS', 3, 365],
      ['SERVICE', 'BASE', 1, 180, 45, 'JOINT_PROJECTS', 2, 365],
      ['SERVICE', 'CERTIFIED', 2, 90, 30, 'JOINT_PROJECTS', 6, 365],
    ]);
  });
});

describe('what the reference programmes require (domain.md 2.5, section 6)', () => {
  it.each<[PartnerCategory, readonly string[]]>([
    ['SALES', ['AGREEMENT', 'NDA', 'SALES_CERT 1']],
    ['TECHNOLOGY', ['AGREEMENT', 'NDA', 'INTEGRATION_VALIDATED']],
    ['SERVICE', ['AGREEMENT', 'NDA', 'DPA_AVV', 'CERT_CONSULTANTS 2', 'INSURANCE']],
  ])('%s at activation', (category, expected) => {
    const due = referenceProgrammes[category].requirements.filter(({ appliesAt }) => appliesAt === 'ACTIVATION');
    expect(due.map(keyAndThreshold)).toEqual(expected);
  });

  it.each<[PartnerCategory, string, readonly string[]]>([
    ['SALES', 'REGISTERED', ['AGREEMENT', 'NDA', 'SALES_CERT 1']],
    ['SALES', 'SILVER', ['AGREEMENT', 'NDA', 'SALES_CERT 2', 'BUSINESS_PLAN']],
    ['SALES', 'GOLD', ['AGREEMENT', 'NDA', 'SALES_CERT 4', 'BUSINESS_PLAN']],
    ['TECHNOLOGY', 'BASE', ['AGREEMENT', 'NDA', 'INTEGRATION_VALIDATED']],
    ['TECHNOLOGY', 'ADVANCED', ['AGREEMENT', 'NDA', 'INTEGRATION_VALIDATED', 'TECH_CONTACT 2']],
    ['SERVICE', 'BASE', ['AGREEMENT', 'NDA', 'DPA_AVV', 'INSURANCE', 'CERT_CONSULTANTS 2']],
    ['SERVICE', 'CERTIFIED', ['AGREEMENT', 'NDA', 'DPA_AVV', 'INSURANCE', 'CERT_CONSULTANTS 5']],
  ])('%s %s all the time, as far as it counts in the health score', (category, tierKey, expected) => {
    const counted = ongoingRequirements(referenceProgrammes[category], tierKey).filter(({ mandatory }) => mandatory);
    expect(counted.map(keyAndThreshold).toSorted()).toEqual(expected.toSorted());
  });
});

function keyAndThreshold({ key, threshold }: { readonly key: string; readonly threshold?: number }): string {
  return threshold === undefined ? key : `${key} ${String(threshold)}`;
}
