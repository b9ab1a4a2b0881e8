import type { BuildStatus } from '../projection-status.js';

/** How a build beside the live one is doing: its code may be another process's only, and there may be why it waits for a promotion. */
export function candidateStatus(
  status: BuildStatus,
  hasCaughtUp: boolean,
  waitsBecause: string | undefined,
): BuildStatus {
  const { state } = status;
  const known = state === 'standing' ? (hasCaughtUp ? 'live' : 'building') : state;
  if (known !== 'live' || waitsBecause === undefined) return { ...status, state: known };
  return { ...status, state: 'rehearsed', waitsBecause };
}
