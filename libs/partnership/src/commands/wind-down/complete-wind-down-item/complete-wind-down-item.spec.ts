import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { partnerManager, representative, signedLetter } from '../../../domain/event-samples/ending-people.js';
import { terminated, windingDown } from '../../../domain/event-samples/ending-histories.js';
import { active } from '../../../domain/event-samples/histories.js';
import { windDownItemCompleted, windDownItemWaived } from '../../../domain/event-samples/wind-down.js';
import { partnershipEvents } from '../../../domain/events.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from '../../../domain/state.js';
import { completeWindDownItem, type CompleteWindDownItem } from './complete-wind-down-item.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const handover: CompleteWindDownItem = {
  itemId: 'wdi_8',
  doneOn: '2026-09-14',
  note: 'All 14 customers have signed.',
  consentOwn: '2026-09-01',
  consentPartner: '2026-09-03',
};

function completing(command: CompleteWindDownItem = handover, actor = partnerManager) {
  return (state: PartnershipState) => completeWindDownItem(command, state, testContext({ today: '2026-09-16', actor }));
}

describe('Completing a wind-down item', () => {
  it('records the handover of the customers with the days on which both sides agreed to it', () => {
    given(...windingDown)
      .when(completing())
      .then(windDownItemCompleted);
    expect(partnershipEvents.WindDownItemCompleted.data.parse(windDownItemCompleted.data)).toEqual(
      windDownItemCompleted.data,
    );
  });

  it('is done today, with a document, unless told otherwise', () => {
    given(...windingDown)
      .when(completing({ itemId: 'wdi_3', fileRef: signedLetter }))
      .then({
        type: 'WindDownItemCompleted',
        occurredOn: '2026-09-16',
        data: { itemId: 'wdi_3', doneOn: '2026-09-16', fileRef: signedLetter },
      });
  });

  it('is open to the representative for the items of the partner, not for those of the own side', () => {
    given(...windingDown)
      .when(completing(handover, representative))
      .then(windDownItemCompleted);
    given(...windingDown)
      .when(completing({ itemId: 'wdi_3' }, representative))
      .thenRejected('FORBIDDEN');
  });

  it('is refused for an item that is done or waived', () => {
    given(...windingDown, windDownItemCompleted)
      .when(completing())
      .thenRejected('ITEM_CLOSED', ['DONE']);
    given(...windingDown, windDownItemWaived)
      .when(completing({ itemId: 'wdi_1' }))
      .thenRejected('ITEM_CLOSED', ['WAIVED']);
  });

  it('is refused for an item that is not on the list', () => {
    given(...windingDown)
      .when(completing({ itemId: 'wdi_99' }))
      .thenRejected('NOT_FOUND');
  });

  it.each(['consentOwn', 'consentPartner'])('takes %s for a customer handover only', (consent) => {
    given(...windingDown)
      .when(completing({ itemId: 'wdi_3', [consent]: '2026-09-01' }))
      .thenRejected('VALIDATION_FAILED', ['NOT_A_HANDOVER']);
  });

  it('is possible after the end for the return of data, and for nothing else (I-17)', () => {
    given(...terminated)
      .when(completing({ itemId: 'wdi_2' }))
      .then({
        type: 'WindDownItemCompleted',
        occurredOn: '2026-09-16',
        data: { itemId: 'wdi_2', doneOn: '2026-09-16' },
      });
    given(...terminated)
      .when(completing({ itemId: 'wdi_6' }))
      .thenRejected('INVALID_STATE', ['TERMINATED']);
  });

  it('is refused before the partnership began', () => {
    given(...windingDown)
      .when(completing({ itemId: 'wdi_3', doneOn: '2026-01-04' }))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused before an end is agreed', () => {
    given(...active)
      .when(completing())
      .thenRejected('INVALID_STATE');
  });

  it.each(['consentOwn', 'consentPartner'])('is refused when %s is yet to be given', (consent) => {
    given(...windingDown)
      .when(completing({ ...handover, [consent]: '2026-09-17' }))
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });
});
