import type { BuildStatus } from '../projection-status.js';

/** How a build beside the live one is doing: its code may be another process's only, and it may wait for a promotion. */
export function candidateStatus(status: BuildStatus, hasCaughtUp: boolean, rehearse: boolean): BuildStatus {
  const { state } = status;
  const known = state === 'standing' ? (hasCaughtUp ? 'live' : 'building') : state;
  return { ...status, state: known === 'live' && rehearse ? 'rehearsed' : known };
}
