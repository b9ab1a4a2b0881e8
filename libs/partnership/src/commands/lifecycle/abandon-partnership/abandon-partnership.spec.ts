import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { active, onboarding, prospective } from '../../../domain/event-samples/histories.js';
import { partnershipAbandoned } from '../../../domain/event-samples/lifecycle.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type AbandonPartnership, abandonPartnership } from './abandon-partnership.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({ today: '2026-03-16' });
const command: AbandonPartnership = { reasonCode: 'NO_RESPONSE', note: 'No answer to three invitations.' };

describe('Abandoning a partnership', () => {
  it('gives up what was only proposed', () => {
    given(...prospective)
      .when((state) => abandonPartnership(command, state, context))
      .then(partnershipAbandoned);
  });

  it('gives up an onboarding', () => {
    given(...onboarding)
      .when((state) => abandonPartnership(command, state, context))
      .then(partnershipAbandoned);
  });

  it('is refused once the partnership is live: then it has to be ended', () => {
    given(...active)
      .when((state) => abandonPartnership(command, state, context))
      .thenRejected('INVALID_STATE', ['ACTIVE']);
  });

  it('is refused a second time', () => {
    given(...prospective, partnershipAbandoned)
      .when((state) => abandonPartnership(command, state, context))
      .thenRejected('INVALID_STATE', ['ABANDONED']);
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(...prospective)
      .when((state) => abandonPartnership({ ...command, occurredOn: '2025-12-31' }, state, context))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => abandonPartnership(command, state, context))
      .thenRejected('NOT_FOUND');
  });
});
