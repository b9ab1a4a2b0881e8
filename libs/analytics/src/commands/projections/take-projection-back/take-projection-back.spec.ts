import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { projectionTakenBack, rebuildRequested } from '../../../domain/event-samples.js';
import { running, unknown, withBuild } from '../../../domain/sample-facts.js';
import { evolveControl, initialControl } from '../../../domain/state.js';
import { takeProjectionBack } from './take-projection-back.js';

const { given } = decisionSpecification(initialControl, evolveControl);
const context = testContext();

describe('going back to the build before', () => {
  it('is possible as long as it is there', () => {
    given(rebuildRequested)
      .when((control) =>
        takeProjectionBack({}, control, context, { ...withBuild('replaced', 'cohorts.v1'), live: 'cohorts.v1.r1' }),
      )
      .then(projectionTakenBack);
  });

  it.each([
    ['none was replaced', running],
    ['there is only a new one', withBuild('rehearsed')],
  ])('is refused when %s', (_case, facts) => {
    given()
      .when((control) => takeProjectionBack({}, control, context, facts))
      .thenRejected('NO_SUCH_BUILD');
  });

  it('is refused for a projection that nobody could run', () => {
    given()
      .when((control) => takeProjectionBack({}, control, context, unknown))
      .thenRejected('NOT_FOUND');
  });
});
