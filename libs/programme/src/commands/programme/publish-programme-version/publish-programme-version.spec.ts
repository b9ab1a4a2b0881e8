import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  firstVersion,
  programmeDrafted,
  programmeDraftRevised,
  programmeRetired,
  programmeVersionPublished,
} from '../../../domain/event-samples.js';
import type { ProgrammeEvent } from '../../../domain/events.js';
import type { ProgrammeVersion, Requirement, Tier } from '../../../domain/programme-version.js';
import { evolveProgramme, initialProgramme, programmeVersionFacts } from '../../../domain/state.js';
import { publishProgrammeVersion } from './publish-programme-version.js';

const { given } = decisionSpecification(initialProgramme, evolveProgramme);
const context = testContext({ today: '2026-01-07' });

const tier: Tier = {
  key: 'BASE',
  rank: 1,
  cadenceDays: 180,
  rhythmDays: 45,
  resultTarget: { metric: 'JOINT_DEALS', value: 1, windowDays: 365 },
  sponsorRequired: false,
  planRequired: false,
};
const gold: Tier = { ...tier, key: 'GOLD', rank: 2 };
const nda: Requirement = {
  key: 'NDA',
  kind: 'DOCUMENT',
  appliesAt: 'ACTIVATION',
  mandatory: true,
  graceDays: 90,
  description: 'A signed non-disclosure agreement.',
};
const target = (value: number, windowDays = 365): Tier['resultTarget'] => ({
  metric: 'JOINT_DEALS',
  value,
  windowDays,
});
const dimensions = (minReviewDimensions: number): ProgrammeVersion['rules'] => ({
  ...firstVersion.rules,
  minReviewDimensions,
});

function drafted(change: Partial<ProgrammeVersion>): ProgrammeEvent {
  return { ...programmeDrafted, data: { ...firstVersion, tiers: [tier, gold], requirements: [nda], ...change } };
}

describe('publishing a programme version', () => {
  it('makes the draft a version that takes enrolments', () => {
    given(programmeDrafted, programmeDraftRevised)
      .when((state) => publishProgrammeVersion({}, state, context))
      .then(programmeVersionPublished);
    const history = [programmeDrafted, programmeDraftRevised, programmeVersionPublished];
    expect(programmeVersionFacts(history.reduce(evolveProgramme, initialProgramme), 1)).toEqual({
      version: firstVersion,
      retired: false,
    });
  });

  it('is refused a second time, until a next draft is begun', () => {
    given(programmeDrafted, programmeVersionPublished)
      .when((state) => publishProgrammeVersion({}, state, context))
      .thenRefusedIn('PUBLISHED');
    given(programmeDrafted, programmeVersionPublished, programmeRetired)
      .when((state) => publishProgrammeVersion({}, state, context))
      .thenRefusedIn('RETIRED');
  });

  it.each<[string, Partial<ProgrammeVersion>]>([
    ['one tier and no requirement', { tiers: [tier], requirements: [] }],
    ['a requirement of a tier', { requirements: [{ ...nda, appliesAt: 'TIER', tierKey: 'GOLD' }] }],
    [
      'more of the same from a tier on',
      {
        requirements: [
          { ...nda, threshold: 1 },
          { ...nda, appliesAt: 'TIER', tierKey: 'GOLD', threshold: 2 },
        ],
      },
    ],
    ['no grace at all', { requirements: [{ ...nda, graceDays: 0 }] }],
    ['a threshold of zero', { requirements: [{ ...nda, kind: 'SERVICE_LEVEL', threshold: 0 }] }],
    ['one review dimension', { rules: dimensions(1) }],
    ['five review dimensions', { rules: dimensions(5) }],
  ])('takes a draft with %s', (_case, change) => {
    given(drafted(change))
      .when((state) => publishProgrammeVersion({}, state, context))
      .then({ ...programmeVersionPublished, data: drafted(change).data });
  });

  it.each<[string, Partial<ProgrammeVersion>, readonly string[]]>([
    ['no name', { name: '  ' }, ['NAME_MISSING']],
    ['no tier', { tiers: [], requirements: [nda] }, ['TIERS_MISSING']],
    ['neither name nor tier', { name: '', tiers: [] }, ['NAME_MISSING', 'TIERS_MISSING']],
    ['two tiers of one key', { tiers: [tier, { ...gold, key: 'BASE' }] }, ['TIER_KEY_NOT_UNIQUE']],
    ['a tier requirement without a tier', { requirements: [{ ...nda, appliesAt: 'TIER' }] }, ['TIER_KEY_MISSING']],
    ['a tier that is not there', { requirements: [{ ...nda, tierKey: 'PLATINUM' }] }, ['TIER_KEY_UNKNOWN']],
    ['a result to reach without a number', { requirements: [{ ...nda, kind: 'RESULT_MIN' }] }, ['THRESHOLD_MISSING']],
    ['a rating to reach without a number', { requirements: [{ ...nda, kind: 'RATING_MIN' }] }, ['THRESHOLD_MISSING']],
    ['a service level without a number', { requirements: [{ ...nda, kind: 'SERVICE_LEVEL' }] }, ['THRESHOLD_MISSING']],
    ['the same requirement twice', { requirements: [nda, nda] }, ['REQUIREMENT_NOT_UNIQUE']],
    [
      'one key for two kinds',
      { requirements: [nda, { ...nda, appliesAt: 'ONGOING', kind: 'PLAN' }] },
      ['REQUIREMENT_AMBIGUOUS'],
    ],
    [
      'one key for two validities',
      { requirements: [nda, { ...nda, appliesAt: 'ONGOING', validityDays: 365 }] },
      ['REQUIREMENT_AMBIGUOUS'],
    ],
  ])('is refused as incomplete with %s', (_case, change, findings) => {
    given(drafted(change))
      .when((state) => publishProgrammeVersion({}, state, context))
      .thenRejected('DRAFT_INCOMPLETE', findings);
  });

  it('is refused when tiers share a rank, each of them named', () => {
    const silver = { ...tier, key: 'SILVER' };
    given(drafted({ tiers: [tier, silver, { ...gold, rank: 1 }] }))
      .when((state) => publishProgrammeVersion({}, state, context))
      .thenRejected('TIER_RANKS_NOT_UNIQUE', ['TIER_RANKS_NOT_UNIQUE', 'TIER_RANKS_NOT_UNIQUE']);
  });

  it.each<[string, Partial<ProgrammeVersion>, string]>([
    ['a target of zero', { tiers: [{ ...tier, resultTarget: target(0) }] }, 'tiers.0.resultTarget.value'],
    ['a negative target', { tiers: [tier, { ...gold, resultTarget: target(-1) }] }, 'tiers.1.resultTarget.value'],
    ['a negative window', { tiers: [{ ...tier, resultTarget: target(1, -1) }] }, 'tiers.0.resultTarget.windowDays'],
    ['a negative cadence', { tiers: [{ ...tier, cadenceDays: -90 }] }, 'tiers.0.cadenceDays'],
    ['a rhythm of zero days', { tiers: [{ ...tier, rhythmDays: 0 }] }, 'tiers.0.rhythmDays'],
    ['negative grace', { requirements: [{ ...nda, graceDays: -1 }] }, 'requirements.0.graceDays'],
    ['a validity of zero days', { requirements: [{ ...nda, validityDays: 0 }] }, 'requirements.0.validityDays'],
    ['a negative threshold', { requirements: [{ ...nda, threshold: -1 }] }, 'requirements.0.threshold'],
    ['no review dimension', { rules: dimensions(0) }, 'rules.minReviewDimensions'],
    ['six review dimensions', { rules: dimensions(6) }, 'rules.minReviewDimensions'],
    ['half a review dimension', { rules: dimensions(2.5) }, 'rules.minReviewDimensions'],
  ])('is refused with %s, and says where', (_case, change, path) => {
    const state = evolveProgramme(initialProgramme, drafted(change));
    expect(publishProgrammeVersion({}, state, context)).toMatchObject({
      rejection: { code: 'WEIGHTS_INVALID', details: [{ code: 'WEIGHTS_INVALID', path }] },
    });
  });

  it('lists every number that makes no sense', () => {
    const bad = { ...tier, cadenceDays: 0, rhythmDays: -1, resultTarget: target(0, 0) };
    given(drafted({ tiers: [bad], rules: dimensions(9) }))
      .when((state) => publishProgrammeVersion({}, state, context))
      .thenRejected('WEIGHTS_INVALID', Array<string>(5).fill('WEIGHTS_INVALID'));
  });

  it('is refused for a date before the first draft', () => {
    given(programmeDrafted)
      .when((state) => publishProgrammeVersion({ occurredOn: '2026-01-04' }, state, context))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for a programme that does not exist', () => {
    given()
      .when((state) => publishProgrammeVersion({}, state, context))
      .thenRejected('NOT_FOUND');
  });
});
