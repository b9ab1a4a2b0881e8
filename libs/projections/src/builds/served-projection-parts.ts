import type { Projection } from '#event-sourcing';
import type { BuildsRegister } from './builds-register.engine.js';
import type { Progress } from '../progress.engine.js';
import type { BuildSurroundings } from './build-parts.js';

/** What one projection with its builds stands on. */
export interface ServedProjectionParts extends BuildSurroundings {
  readonly projection: Projection;
  readonly register: BuildsRegister;
  readonly progress: Progress;
  /** Into how many partitions a build is divided that begins now. */
  readonly partitions: number;
  /** For how long a build is kept that was live before, in milliseconds. */
  readonly graceMs: number;
  /** Told when one of its builds has moved, gone live or stopped, and when another one is read. */
  readonly onChange: () => void;
}
