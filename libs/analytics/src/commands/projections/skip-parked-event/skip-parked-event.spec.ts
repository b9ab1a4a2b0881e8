import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { parkedEventSkipped } from '../../../domain/event-samples.js';
import { parked, running, unknown } from '../../../domain/sample-facts.js';
import { evolveControl, initialControl } from '../../../domain/state.js';
import { skipParkedEvent } from './skip-parked-event.js';

const { given } = decisionSpecification(initialControl, evolveControl);
const context = testContext();
const command = { key: 'prt_1', reason: parkedEventSkipped.data.reason };

describe('passing over the event at which a document is parked', () => {
  it('is recorded with the event and the reason', () => {
    given()
      .when((control) => skipParkedEvent(command, control, context, parked))
      .then(parkedEventSkipped);
  });

  it('is refused when the document is not parked', () => {
    given()
      .when((control) => skipParkedEvent(command, control, context, running))
      .thenRejected('NOT_PARKED');
  });

  it('is refused for a projection that nobody could run', () => {
    given()
      .when((control) => skipParkedEvent(command, control, context, unknown))
      .thenRejected('NOT_FOUND');
  });
});
