import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { partnerManager, representative } from '../../../domain/event-samples/ending-people.js';
import { terminated, windingDown } from '../../../domain/event-samples/ending-histories.js';
import { active } from '../../../domain/event-samples/histories.js';
import { windDownItemAdded } from '../../../domain/event-samples/wind-down.js';
import { partnershipEvents } from '../../../domain/events.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from '../../../domain/state.js';
import { addWindDownItem, type AddWindDownItem } from './add-wind-down-item.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const command: AddWindDownItem = {
  kind: 'OTHER',
  ownerSide: 'PARTNER',
  dueOn: '2026-08-31',
  note: 'Return of the demo devices.',
};

function adding(changes: Partial<AddWindDownItem> = {}, actor = partnerManager) {
  const context = testContext({ today: '2026-04-13', actor, newId: () => 'wdi_9' });
  return (state: PartnershipState) => addWindDownItem({ ...command, ...changes }, state, context);
}

describe('Adding a wind-down item', () => {
  it('puts one more thing on the list', () => {
    given(...windingDown)
      .when(adding())
      .then(windDownItemAdded);
    expect(partnershipEvents.WindDownItemAdded.data.parse(windDownItemAdded.data)).toEqual(windDownItemAdded.data);
  });

  it.each([
    ['DATA_RETURN', undefined, true],
    ['LESSONS_LEARNED', undefined, false],
    ['OTHER', true, true],
  ] as const)('of kind %s with mandatory %s makes the conclusion wait: %s', (kind, given_, mandatory) => {
    given(...windingDown)
      .when(adding({ kind, ...(given_ === undefined ? {} : { mandatory: given_ }) }))
      .then({ ...windDownItemAdded, data: { ...windDownItemAdded.data, kind, mandatory } });
  });

  it('is refused to a representative who adds to the own side’s list', () => {
    given(...windingDown)
      .when(adding({ ownerSide: 'OWN' }, representative))
      .thenRejected('FORBIDDEN');
  });

  it('is refused before the partnership began', () => {
    given(...windingDown)
      .when(adding({ occurredOn: '2026-01-04' }))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused before an end is agreed, after it has come, and for no partnership', () => {
    given(...active)
      .when(adding())
      .thenRejected('INVALID_STATE');
    given(...terminated)
      .when(adding())
      .thenRejected('INVALID_STATE');
    given().when(adding()).thenRejected('NOT_FOUND');
  });
});
