import { enumType } from '#graphql';
import { buildStates } from '#projections';

export const BuildStateEnum = enumType('ProjectionBuildState', buildStates, 'How a build of a projection is doing.');
