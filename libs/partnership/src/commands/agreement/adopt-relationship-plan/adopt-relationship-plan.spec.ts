import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { relationshipPlanAdopted } from '../../../domain/event-samples/agreement.js';
import { salesProgramme } from '../../../domain/event-samples/facts.js';
import { onboarding, prospective } from '../../../domain/event-samples/histories.js';
import { partnershipAbandoned, partnershipOnboarded } from '../../../domain/event-samples/lifecycle.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type AdoptRelationshipPlan, adoptRelationshipPlan } from './adopt-relationship-plan.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext();
const facts = { programme: salesProgramme };
const { planVersion: _, ...plan } = relationshipPlanAdopted.data;
const command: AdoptRelationshipPlan = { ...plan, occurredOn: '2026-01-28' };
const { exitStrategy: __, ...withoutExit } = command;
const silver = { ...partnershipOnboarded, data: { ...partnershipOnboarded.data, tier: 'SILVER' } };

describe('Adopting the relationship plan', () => {
  it('keeps the first version', () => {
    given(...onboarding)
      .when((state) => adoptRelationshipPlan(command, state, context, facts))
      .then(relationshipPlanAdopted);
  });

  it('counts the versions on', () => {
    given(...onboarding, relationshipPlanAdopted)
      .when((state) => adoptRelationshipPlan({ ...command, occurredOn: '2026-03-30' }, state, context, facts))
      .then({
        ...relationshipPlanAdopted,
        occurredOn: '2026-03-30',
        data: { ...relationshipPlanAdopted.data, planVersion: 2 },
      });
  });

  it('needs no exit strategy where the tier does not demand a plan', () => {
    given(...onboarding, partnershipOnboarded)
      .when((state) => adoptRelationshipPlan(withoutExit, state, context, facts))
      .thenWarned();
  });

  it.each([
    ['no exit strategy', withoutExit],
    ['an exit strategy without a trigger', { ...command, exitStrategy: { triggers: [], transitionRules: 'None.' } }],
  ])('is refused with %s in a tier that demands a plan', (_, incomplete) => {
    given(...onboarding, silver)
      .when((state) => adoptRelationshipPlan(incomplete, state, context, facts))
      .thenRejected('PLAN_WITHOUT_EXIT_STRATEGY');
  });

  it('is accepted with an exit strategy in a tier that demands a plan', () => {
    given(...onboarding, silver)
      .when((state) => adoptRelationshipPlan(command, state, context, facts))
      .thenWarned();
  });

  it('is refused with an objective that ends before it starts', () => {
    const objectives = plan.objectives.map((objective) => ({ ...objective, to: '2026-01-31' }));
    given(...onboarding)
      .when((state) => adoptRelationshipPlan({ ...command, objectives }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['ENDS_BEFORE_START']);
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(...onboarding)
      .when((state) => adoptRelationshipPlan({ ...command, occurredOn: '2026-01-04' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused after the partnership was abandoned', () => {
    given(...prospective, partnershipAbandoned)
      .when((state) => adoptRelationshipPlan(command, state, context, facts))
      .thenRejected('INVALID_STATE', ['ABANDONED']);
  });

  it('is refused when the partner side is yet to confirm it', () => {
    given(...onboarding)
      .when((state) => adoptRelationshipPlan({ ...command, confirmedByPartnerOn: '2026-04-01' }, state, context, facts))
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });
});
