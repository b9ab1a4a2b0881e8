import type { ProjectionEvent, ProjectionEventNamed } from './events.js';

const occurredOn = '2026-03-31';

export const projectionPaused = {
  type: 'ProjectionPaused',
  occurredOn,
  data: { reason: 'The month is being closed.' },
} satisfies ProjectionEvent;

export const projectionResumed = { type: 'ProjectionResumed', occurredOn, data: {} } satisfies ProjectionEvent;

export const rebuildRequested = {
  type: 'ProjectionRebuildRequested',
  occurredOn,
  data: { rebuild: 1, rehearse: true },
} satisfies ProjectionEvent;

export const buildPromoted = {
  type: 'ProjectionBuildPromoted',
  occurredOn,
  data: { build: 'cohorts.v1.r1' },
} satisfies ProjectionEvent;

export const buildDropped = {
  type: 'ProjectionBuildDropped',
  occurredOn,
  data: { build: 'cohorts.v1.r1' },
} satisfies ProjectionEvent;

export const projectionTakenBack = {
  type: 'ProjectionTakenBack',
  occurredOn,
  data: { from: 'cohorts.v1.r1', to: 'cohorts.v1' },
} satisfies ProjectionEvent;

export const parkedDocumentRetried = {
  type: 'ParkedDocumentRetried',
  occurredOn,
  data: { key: 'prt_1' },
} satisfies ProjectionEvent;

export const parkedEventSkipped = {
  type: 'ParkedEventSkipped',
  occurredOn,
  data: {
    key: 'prt_1',
    position: '00000000000000000007',
    type: 'ReviewHeld',
    reason: 'The review was entered twice by the import.',
  },
} satisfies ProjectionEvent;

/** A sample of each decision, as the event catalogue shows it. */
export const projectionEventSamples: { readonly [Type in ProjectionEvent['type']]: ProjectionEventNamed<Type> } = {
  ProjectionPaused: projectionPaused,
  ProjectionResumed: projectionResumed,
  ProjectionRebuildRequested: rebuildRequested,
  ProjectionBuildPromoted: buildPromoted,
  ProjectionBuildDropped: buildDropped,
  ProjectionTakenBack: projectionTakenBack,
  ParkedDocumentRetried: parkedDocumentRetried,
  ParkedEventSkipped: parkedEventSkipped,
};
