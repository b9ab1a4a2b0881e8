import { enumType } from '#graphql';
import type { BuildStatus } from '#projections';

const states: Readonly<Record<BuildStatus['state'], true>> = {
  building: true,
  live: true,
  rehearsed: true,
  paused: true,
  stopped: true,
  standing: true,
};

export const BuildStateEnum = enumType(
  'ProjectionBuildState',
  Object.keys(states) as readonly BuildStatus['state'][],
  'How a build of a projection is doing.',
);
