import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { partnerManagerAppointed, partnerManagerDismissed } from '../../../domain/manager/event-samples.js';
import { evolveManager, initialManager } from '../../../domain/manager/state.js';
import { dismissPartnerManager, type DismissPartnerManagerFacts } from './dismiss-partner-manager.js';

const { given } = decisionSpecification(initialManager, evolveManager);
const context = testContext();
const successor = { managerId: 'mgr_2', userId: 'tobias', active: true, capacity: 5, absences: [] };
const facts: DismissPartnerManagerFacts = {
  openPartnershipIds: ['prt_1'],
  successors: { mgr_2: successor },
  loads: {},
};
const toSecond = { partnershipId: 'prt_1', managerId: 'mgr_2' };

describe('dismissing a partner manager', () => {
  it('hands the whole portfolio over', () => {
    given(partnerManagerAppointed)
      .when((state) => dismissPartnerManager({ handover: [toSecond] }, state, context, facts))
      .then(partnerManagerDismissed);
  });

  it('keeps why and with which note each partnership is handed over', () => {
    const told = { ...toSecond, reason: 'Parental leave.', handoverNote: 'Review planned for April.' };
    given(partnerManagerAppointed)
      .when((state) => dismissPartnerManager({ handover: [told] }, state, context, facts))
      .then({ ...partnerManagerDismissed, data: { dismissedOn: '2026-03-31', handover: [told] } });
  });

  it('needs no handover of an empty portfolio', () => {
    const none = { openPartnershipIds: [], successors: {}, loads: {} };
    given(partnerManagerAppointed)
      .when((state) => dismissPartnerManager({ handover: [] }, state, context, none))
      .then({ ...partnerManagerDismissed, data: { dismissedOn: '2026-03-31', handover: [] } });
  });

  it('is refused while partnerships have no new manager, each of them named', () => {
    const state = evolveManager(initialManager, partnerManagerAppointed);
    const three = { ...facts, openPartnershipIds: ['prt_1', 'prt_2', 'prt_3'] };
    expect(dismissPartnerManager({ handover: [toSecond] }, state, context, three)).toMatchObject({
      rejection: {
        code: 'PORTFOLIO_NOT_HANDED_OVER',
        details: [{ message: 'prt_2 has no new manager.' }, { message: 'prt_3 has no new manager.' }],
      },
    });
  });

  it('does not count the one who goes as a new manager', () => {
    const toSelf = { partnershipId: 'prt_1', managerId: 'mgr_1' };
    given(partnerManagerAppointed)
      .when((state) => dismissPartnerManager({ handover: [toSelf] }, state, context, facts))
      .thenRejected('PORTFOLIO_NOT_HANDED_OVER', ['PORTFOLIO_NOT_HANDED_OVER']);
  });

  it.each([
    ['nobody knows', {}],
    ['was dismissed', { mgr_2: { ...successor, active: false } }],
  ])('is refused for a successor who %s', (_case, successors) => {
    given(partnerManagerAppointed)
      .when((state) => dismissPartnerManager({ handover: [toSecond] }, state, context, { ...facts, successors }))
      .thenRejected('MANAGER_INACTIVE', ['MANAGER_INACTIVE']);
  });

  it('is refused for a partnership of somebody else', () => {
    const foreign = { partnershipId: 'prt_9', managerId: 'mgr_2' };
    given(partnerManagerAppointed)
      .when((state) => dismissPartnerManager({ handover: [toSecond, foreign] }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['NOT_IN_PORTFOLIO']);
  });

  it('is refused for a partnership that is handed over twice', () => {
    const toThird = { partnershipId: 'prt_1', managerId: 'mgr_3' };
    given(partnerManagerAppointed)
      .when((state) => dismissPartnerManager({ handover: [toSecond, toThird] }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['HANDED_OVER_TWICE']);
  });

  it('is refused a second time', () => {
    given(partnerManagerAppointed, partnerManagerDismissed)
      .when((state) => dismissPartnerManager({ handover: [toSecond] }, state, context, facts))
      .thenRejected('INVALID_STATE', ['DISMISSED']);
  });

  it('is refused for a date before the appointment', () => {
    const command = { handover: [toSecond], occurredOn: '2026-01-04' };
    given(partnerManagerAppointed)
      .when((state) => dismissPartnerManager(command, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for somebody who was never appointed', () => {
    given()
      .when((state) => dismissPartnerManager({ handover: [] }, state, context, facts))
      .thenRejected('NOT_FOUND');
  });

  it('takes a successor to 120 % of the capacity, and not further: the handover would stop there', () => {
    given(partnerManagerAppointed)
      .when((state) =>
        dismissPartnerManager({ handover: [toSecond] }, state, context, { ...facts, loads: { mgr_2: 5 } }),
      )
      .then(partnerManagerDismissed);
    given(partnerManagerAppointed)
      .when((state) =>
        dismissPartnerManager({ handover: [toSecond] }, state, context, { ...facts, loads: { mgr_2: 6 } }),
      )
      .thenRejected('CAPACITY_LIMIT', ['CAPACITY_LIMIT']);
  });
});
