import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { buildPromoted, rebuildRequested } from '../../../domain/event-samples.js';
import { running, unknown, withBuild } from '../../../domain/sample-facts.js';
import { evolveControl, initialControl } from '../../../domain/state.js';
import { promoteBuild } from './promote-build.js';

const { given } = decisionSpecification(initialControl, evolveControl);
const context = testContext();

describe('promoting a build', () => {
  it('concerns the one that was rehearsed', () => {
    given(rebuildRequested)
      .when((control) => promoteBuild({}, control, context, withBuild('rehearsed')))
      .then(buildPromoted);
  });

  it.each([
    ['none was asked for', running],
    ['it has not caught up', withBuild('building')],
    ['it was replaced', withBuild('replaced')],
  ])('is refused when %s', (_case, facts) => {
    given(rebuildRequested)
      .when((control) => promoteBuild({}, control, context, facts))
      .thenRejected('NO_SUCH_BUILD');
  });

  it('is refused for a projection that nobody could run', () => {
    given()
      .when((control) => promoteBuild({}, control, context, unknown))
      .thenRejected('NOT_FOUND');
  });
});
