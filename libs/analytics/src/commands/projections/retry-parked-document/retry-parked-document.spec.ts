import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { parkedDocumentRetried } from '../../../domain/event-samples.js';
import { parked, running, unknown } from '../../../domain/sample-facts.js';
import { evolveControl, initialControl } from '../../../domain/state.js';
import { retryParkedDocument } from './retry-parked-document.js';

const { given } = decisionSpecification(initialControl, evolveControl);
const context = testContext();
const command = { key: 'prt_1' };

describe('retrying a parked document', () => {
  it('is recorded, as often as it is asked for', () => {
    given(parkedDocumentRetried)
      .when((control) => retryParkedDocument(command, control, context, parked))
      .then(parkedDocumentRetried);
  });

  it('is refused when the document is not parked', () => {
    given()
      .when((control) => retryParkedDocument(command, control, context, running))
      .thenRejected('NOT_PARKED');
  });

  it('is refused for a projection that nobody could run', () => {
    given()
      .when((control) => retryParkedDocument(command, control, context, unknown))
      .thenRejected('NOT_FOUND');
  });
});
