import { decisionSpecification, testActor, testContext } from '#event-sourcing/testing';
import { salesProgramme } from '../../../domain/event-samples/facts.js';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { requirementWaived } from '../../../domain/event-samples/requirements.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type WaiveRequirement, waiveRequirement } from './waive-requirement.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const carla = testActor({ userId: 'carla', roles: ['HEAD_OF_PARTNERING'] });
const context = testContext({ today: '2026-03-16', actor: carla });
const facts = { programme: salesProgramme };
const command: WaiveRequirement = {
  key: 'SALES_CERT',
  until: '2026-06-30',
  reason: 'The successor is in training.',
  requestedBy: 'jana',
};

describe('Waiving a requirement', () => {
  it('releases the partnership until a day, approved by the head of partnering', () => {
    given(...active)
      .when((state) => waiveRequirement(command, state, context, facts))
      .then(requirementWaived);
  });

  it.each([
    ['the same day', '2026-03-16'],
    ['365 days later', '2027-03-16'],
  ])('may last until %s', (_, until) => {
    given(...active)
      .when((state) => waiveRequirement({ ...command, until }, state, context, facts))
      .thenWarned();
  });

  it.each([
    ['the day before', '2026-03-15'],
    ['366 days later', '2027-03-17'],
  ])('is refused until %s', (_, until) => {
    given(...active)
      .when((state) => waiveRequirement({ ...command, until }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['WAIVER_PERIOD']);
  });

  it('is refused to the one who asks for it', () => {
    given(...active)
      .when((state) => waiveRequirement({ ...command, requestedBy: 'carla' }, state, context, facts))
      .thenRejected('FOUR_EYES_REQUIRED');
  });

  it('is refused to everybody but the head of partnering', () => {
    const tobias = testContext({ today: '2026-03-16', actor: testActor({ userId: 'tobias' }) });
    given(...active)
      .when((state) => waiveRequirement(command, state, tobias, facts))
      .thenRejected('FOUR_EYES_REQUIRED');
  });

  it('is refused for a requirement the programme does not have', () => {
    given(...active)
      .when((state) => waiveRequirement({ ...command, key: 'INSURANCE' }, state, context, facts))
      .thenRejected('REQUIREMENT_UNKNOWN');
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(...active)
      .when((state) => waiveRequirement({ ...command, occurredOn: '2026-01-04' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused before onboarding', () => {
    given(...prospective)
      .when((state) => waiveRequirement(command, state, context, facts))
      .thenRejected('INVALID_STATE', ['PROSPECTIVE']);
  });
});
