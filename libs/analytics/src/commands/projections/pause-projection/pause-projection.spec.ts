import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { projectionPaused, projectionResumed } from '../../../domain/event-samples.js';
import { running, unknown } from '../../../domain/sample-facts.js';
import { evolveControl, initialControl } from '../../../domain/state.js';
import { pauseProjection } from './pause-projection.js';

const { given } = decisionSpecification(initialControl, evolveControl);
const context = testContext();

describe('pausing a projection', () => {
  it('is recorded with its reason', () => {
    given()
      .when((control) => pauseProjection({ reason: 'The month is being closed.' }, control, context, running))
      .then(projectionPaused);
  });

  it('needs no reason, and may have been decided before', () => {
    given()
      .when((control) => pauseProjection({ occurredOn: '2026-03-30' }, control, context, running))
      .then({ type: 'ProjectionPaused', occurredOn: '2026-03-30', data: {} });
  });

  it('changes nothing when it is paused, and may be done again after it was resumed', () => {
    given(projectionPaused)
      .when((control) => pauseProjection({ reason: 'Again.' }, control, context, running))
      .thenNothing();
    given(projectionPaused, projectionResumed)
      .when((control) => pauseProjection(projectionPaused.data, control, context, running))
      .then(projectionPaused);
  });

  it('is refused for a projection that nobody could run', () => {
    given()
      .when((control) => pauseProjection({}, control, context, unknown))
      .thenRejected('NOT_FOUND');
  });
});
