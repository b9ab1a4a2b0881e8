import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { projectionPaused, projectionResumed } from '../../../domain/event-samples.js';
import { running, unknown } from '../../../domain/sample-facts.js';
import { evolveControl, initialControl } from '../../../domain/state.js';
import { resumeProjection } from './resume-projection.js';

const { given } = decisionSpecification(initialControl, evolveControl);
const context = testContext();

describe('resuming a projection', () => {
  it('lets it take events again', () => {
    given(projectionPaused)
      .when((control) => resumeProjection({}, control, context, running))
      .then(projectionResumed);
  });

  it('changes nothing when it runs', () => {
    given()
      .when((control) => resumeProjection({}, control, context, running))
      .thenNothing();
  });

  it('is refused for a projection that nobody could run', () => {
    given(projectionPaused)
      .when((control) => resumeProjection({}, control, context, unknown))
      .thenRejected('NOT_FOUND');
  });
});
