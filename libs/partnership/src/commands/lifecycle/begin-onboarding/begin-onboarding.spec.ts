import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { salesProgramme } from '../../../domain/event-samples/facts.js';
import { active, onboarding, prospective } from '../../../domain/event-samples/histories.js';
import { onboardingBegun, partnershipImported, partnershipProposed } from '../../../domain/event-samples/lifecycle.js';
import { partnerManagerAssigned } from '../../../domain/event-samples/people.js';
import type { PartnershipEventNamed } from '../../../domain/events.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type BeginOnboarding, beginOnboarding } from './begin-onboarding.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({ today: '2026-01-12' });
const command: BeginOnboarding = { programmeId: 'prg_1', version: 1, targetActivationOn: '2026-02-02' };
const facts = { programme: salesProgramme };
const importedInOnboarding: PartnershipEventNamed<'PartnershipImported'> = {
  ...partnershipImported,
  data: { ...partnershipImported.data, openingState: 'ONBOARDING' },
};

describe('Beginning the onboarding', () => {
  it('enrols the partnership in a published version of a programme of its category', () => {
    given(...prospective)
      .when((state) => beginOnboarding(command, state, context, facts))
      .then(onboardingBegun);
  });

  it('enrols a partnership that was imported while in onboarding', () => {
    given(importedInOnboarding, partnerManagerAssigned)
      .when((state) => beginOnboarding(command, state, context, facts))
      .then(onboardingBegun);
  });

  it('is refused a second time', () => {
    given(...onboarding)
      .when((state) => beginOnboarding(command, state, context, facts))
      .thenRejected('INVALID_STATE');
  });

  it('is refused a second time for an imported partnership too', () => {
    given(importedInOnboarding, partnerManagerAssigned, onboardingBegun)
      .when((state) => beginOnboarding(command, state, context, facts))
      .thenRejected('INVALID_STATE');
  });

  it('is refused for a partnership that is live', () => {
    given(...active)
      .when((state) => beginOnboarding(command, state, context, facts))
      .thenRejected('INVALID_STATE');
  });

  it('is refused for a programme of another category', () => {
    const programme = { ...salesProgramme, version: { ...salesProgramme.version, category: 'SERVICE' as const } };
    given(...prospective)
      .when((state) => beginOnboarding(command, state, context, { programme }))
      .thenRejected('CATEGORY_MISMATCH');
  });

  it('is refused for a retired programme version', () => {
    given(...prospective)
      .when((state) => beginOnboarding(command, state, context, { programme: { ...salesProgramme, retired: true } }))
      .thenRejected('PROGRAMME_RETIRED');
  });

  it('is refused for a version that was never published', () => {
    given(...prospective)
      .when((state) => beginOnboarding(command, state, context, { programme: undefined }))
      .thenRejected('NOT_FOUND');
  });

  it('is refused before a partner manager is assigned', () => {
    given(partnershipProposed)
      .when((state) => beginOnboarding(command, state, context, facts))
      .thenRejected('PARTNER_MANAGER_MISSING');
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(...prospective)
      .when((state) => beginOnboarding({ ...command, occurredOn: '2026-01-04' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => beginOnboarding(command, state, context, facts))
      .thenRejected('NOT_FOUND');
  });
});
