import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { partnerManagerAppointed, partnerManagerDismissed } from '../../../domain/manager/event-samples.js';
import { managerHolds, managerReservation } from '../../../domain/manager/manager-reservation.js';
import { evolveManager, initialManager, managerFacts } from '../../../domain/manager/state.js';
import { appointPartnerManager } from './appoint-partner-manager.js';

const { given } = decisionSpecification(initialManager, evolveManager);
const context = testContext({ today: '2026-01-05' });
const jana = { userId: 'jana', capacity: 10 };

describe('appointing a partner manager', () => {
  it('names the user and the capacity', () => {
    given()
      .when((state) => appointPartnerManager(jana, state, context))
      .then(partnerManagerAppointed);
  });

  it('makes an active manager, until the dismissal', () => {
    const appointed = evolveManager(initialManager, partnerManagerAppointed);
    const facts = { managerId: 'mgr_1', userId: 'jana', active: true, capacity: 10, absences: [] };
    expect(managerFacts(initialManager)).toBeUndefined();
    expect(managerFacts(appointed)).toEqual(facts);
    expect(managerFacts(evolveManager(appointed, partnerManagerDismissed))).toEqual({ ...facts, active: false });
  });

  it('reserves the user for as long as the manager is one', () => {
    const appointed = evolveManager(initialManager, partnerManagerAppointed);
    expect(managerReservation('jana')).toMatchObject({ key: 'manager-jana', refusal: { path: 'userId' } });
    expect(managerHolds(initialManager)).toBeUndefined();
    expect(managerHolds(appointed)).toBe(true);
    expect(managerHolds(evolveManager(appointed, partnerManagerDismissed))).toBe(false);
  });

  it.each([
    ['is active', [partnerManagerAppointed]],
    ['was dismissed', [partnerManagerAppointed, partnerManagerDismissed]],
  ])('is refused for a manager who %s', (_case, history) => {
    given(...history)
      .when((state) => appointPartnerManager(jana, state, context))
      .thenRefusedIn('APPOINTED');
  });
});
