import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { buildDropped, rebuildRequested } from '../../../domain/event-samples.js';
import { running, unknown, withBuild } from '../../../domain/sample-facts.js';
import { evolveControl, initialControl } from '../../../domain/state.js';
import { dropBuild } from './drop-build.js';

const { given } = decisionSpecification(initialControl, evolveControl);
const context = testContext();
const both = { ...running, builds: [...withBuild('replaced', 'cohorts.v1').builds, ...withBuild('rehearsed').builds] };

describe('dropping a build', () => {
  it('concerns the one under way or rehearsed, unless another is named', () => {
    given(rebuildRequested)
      .when((control) => dropBuild({}, control, context, both))
      .then(buildDropped);
    given(rebuildRequested)
      .when((control) => dropBuild({ build: 'cohorts.v1' }, control, context, both))
      .then({ ...buildDropped, data: { build: 'cohorts.v1' } });
  });

  it('ends the grace time of the replaced one when there is no other', () => {
    given()
      .when((control) => dropBuild({}, control, context, withBuild('replaced')))
      .then(buildDropped);
  });

  it('is refused when there is no build beside the one that is read, or none of that name', () => {
    given()
      .when((control) => dropBuild({}, control, context, running))
      .thenRejected('NO_SUCH_BUILD');
    given()
      .when((control) => dropBuild({ build: 'cohorts.v9' }, control, context, both))
      .thenRejected('NO_SUCH_BUILD');
  });

  it('is refused for a projection that nobody could run', () => {
    given()
      .when((control) => dropBuild({}, control, context, unknown))
      .thenRejected('NOT_FOUND');
  });
});
