import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { buildPromoted, rebuildRequested } from '../../../domain/event-samples.js';
import { running, unknown, withBuild } from '../../../domain/sample-facts.js';
import { evolveControl, initialControl } from '../../../domain/state.js';
import { rebuildProjection } from './rebuild-projection.js';

const { given } = decisionSpecification(initialControl, evolveControl);
const context = testContext();

describe('asking for a rebuild', () => {
  it('may be for a rehearsal', () => {
    given()
      .when((control) => rebuildProjection({ rehearse: true }, control, context, running))
      .then(rebuildRequested);
  });

  it('gives each rebuild the next number, and lets it take over by itself unless a rehearsal is wanted', () => {
    given(rebuildRequested, buildPromoted)
      .when((control) => rebuildProjection({}, control, context, withBuild('replaced', 'cohorts.v1')))
      .then({ ...rebuildRequested, data: { rebuild: 2, rehearse: false } });
  });

  it.each(['building', 'rehearsed'] as const)('is refused while another build is %s', (state) => {
    given(rebuildRequested)
      .when((control) => rebuildProjection({}, control, context, withBuild(state)))
      .thenRejected('REBUILD_RUNNING');
  });

  it('is refused for a projection that nobody could run', () => {
    given()
      .when((control) => rebuildProjection({}, control, context, unknown))
      .thenRejected('NOT_FOUND');
  });
});
