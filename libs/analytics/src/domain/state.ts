import type { ProjectionEvent } from './events.js';

/** What was decided about the running of one projection. */
export interface ProjectionControl {
  readonly isPaused: boolean;
  /** How many rebuilds were asked for: the number of the last one. */
  readonly rebuilds: number;
}

/** Nothing was decided yet: it runs. */
export const initialControl: ProjectionControl = { isPaused: false, rebuilds: 0 };

/** What holds after a decision. */
export function evolveControl(control: ProjectionControl, event: ProjectionEvent): ProjectionControl {
  switch (event.type) {
    case 'ProjectionPaused':
      return { ...control, isPaused: true };
    case 'ProjectionResumed':
      return { ...control, isPaused: false };
    case 'ProjectionRebuildRequested':
      return { ...control, rebuilds: event.data.rebuild };
    case 'ProjectionBuildPromoted':
    case 'ProjectionBuildDropped':
    case 'ProjectionTakenBack':
    case 'ParkedDocumentRetried':
    case 'ParkedEventSkipped':
      return control;
  }
}
