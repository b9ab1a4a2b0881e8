import type { BuildFact, ProjectionFacts } from './projection-facts.js';

/** A projection that runs, without builds beside the one that is read. */
export const running: ProjectionFacts = { name: 'cohorts', isKnown: true, live: 'cohorts.v1', builds: [] };

/** With a parked document `prt_1`. */
export const parked: ProjectionFacts = {
  ...running,
  parked: { key: 'prt_1', position: '00000000000000000007', type: 'ReviewHeld' },
};

/** Nobody has code for it. */
export const unknown: ProjectionFacts = { ...running, isKnown: false };

/** With a build beside the one that is read. */
export function withBuild(state: BuildFact['state'], build = 'cohorts.v1.r1'): ProjectionFacts {
  return { ...running, builds: [{ build, state }] };
}
