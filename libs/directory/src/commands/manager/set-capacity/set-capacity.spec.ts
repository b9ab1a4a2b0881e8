import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  capacitySet,
  partnerManagerAppointed,
  partnerManagerDismissed,
} from '../../../domain/manager/event-samples.js';
import { evolveManager, initialManager, managerFacts } from '../../../domain/manager/state.js';
import { setCapacity } from './set-capacity.js';

const { given } = decisionSpecification(initialManager, evolveManager);
const context = testContext({ today: '2026-02-02' });

describe('setting the capacity of a partner manager', () => {
  it('records the new number', () => {
    given(partnerManagerAppointed)
      .when((state) => setCapacity({ capacity: 12 }, state, context))
      .then(capacitySet);
    const state = [partnerManagerAppointed, capacitySet].reduce(evolveManager, initialManager);
    expect(managerFacts(state)).toMatchObject({ capacity: 12 });
  });

  it('changes nothing when it is that already', () => {
    given(partnerManagerAppointed, capacitySet)
      .when((state) => setCapacity({ capacity: 12 }, state, context))
      .thenNothing();
  });

  it('is refused after the dismissal', () => {
    given(partnerManagerAppointed, partnerManagerDismissed)
      .when((state) => setCapacity({ capacity: 12 }, state, context))
      .thenRefusedIn('DISMISSED');
  });

  it('is refused for a date before the appointment', () => {
    given(partnerManagerAppointed)
      .when((state) => setCapacity({ capacity: 12, occurredOn: '2026-01-04' }, state, context))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for somebody who was never appointed', () => {
    given()
      .when((state) => setCapacity({ capacity: 12 }, state, context))
      .thenRejected('NOT_FOUND');
  });
});
