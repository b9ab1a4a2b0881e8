import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { head, partnerManager } from '../../../domain/event-samples/ending-people.js';
import { terminated, windingDown } from '../../../domain/event-samples/ending-histories.js';
import { windDownItemCompleted, windDownItemWaived } from '../../../domain/event-samples/wind-down.js';
import { partnershipEvents } from '../../../domain/events.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from '../../../domain/state.js';
import { waiveWindDownItem, type WaiveWindDownItem } from './waive-wind-down-item.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const command: WaiveWindDownItem = { itemId: 'wdi_1', reason: 'No deal was open any more.', requestedBy: 'jana' };

function waiving(changes: Partial<WaiveWindDownItem> = {}, actor = head) {
  return (state: PartnershipState) =>
    waiveWindDownItem({ ...command, ...changes }, state, testContext({ today: '2026-09-21', actor }));
}

describe('Waiving a wind-down item', () => {
  it('names who approved it', () => {
    given(...windingDown)
      .when(waiving())
      .then(windDownItemWaived);
    expect(partnershipEvents.WindDownItemWaived.data.parse(windDownItemWaived.data)).toEqual(windDownItemWaived.data);
  });

  it.each([
    ['DATA_RETURN', 'wdi_2'],
    ['ACCESS_REVOKED', 'wdi_3'],
  ])('is never possible for %s', (kind, itemId) => {
    given(...windingDown)
      .when(waiving({ itemId }))
      .thenRejected('ITEM_MANDATORY', [kind]);
  });

  it('is refused for an item that is done or waived', () => {
    given(...windingDown, windDownItemCompleted)
      .when(waiving({ itemId: 'wdi_8' }))
      .thenRejected('ITEM_CLOSED', ['DONE']);
    given(...windingDown, windDownItemWaived)
      .when(waiving())
      .thenRejected('ITEM_CLOSED', ['WAIVED']);
  });

  it('is refused when the one who asks approves, or the approver is no head of partnering', () => {
    given(...windingDown)
      .when(waiving({ requestedBy: 'carla' }))
      .thenRejected('FOUR_EYES_REQUIRED');
    given(...windingDown)
      .when(waiving({ requestedBy: 'tobias' }, partnerManager))
      .thenRejected('FOUR_EYES_REQUIRED');
  });

  it('is refused for an item that is not on the list', () => {
    given(...windingDown)
      .when(waiving({ itemId: 'wdi_99' }))
      .thenRejected('NOT_FOUND');
  });

  it('is refused before the partnership began', () => {
    given(...windingDown)
      .when(waiving({ occurredOn: '2026-01-04' }))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused after the end', () => {
    given(...terminated)
      .when(waiving())
      .thenRejected('INVALID_STATE');
  });
});
