import type { CommonRejectionCode } from '#event-sourcing';

/** When the commands on the running of projections are refused. */
export const projectionRejections = {
  REBUILD_RUNNING:
    'Another build of this projection is under way or waits for its promotion; promote or drop it first.',
  NO_SUCH_BUILD: 'There is no build of this projection that the command could be about.',
  NOT_PARKED: 'The document is not parked: there is nothing to retry or to pass over.',
} as const;

/** A code a decision on the running of a projection may give. */
export type ProjectionRejectionCode = keyof typeof projectionRejections | CommonRejectionCode;
