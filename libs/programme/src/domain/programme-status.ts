import type { Programme } from './state.js';

/** How far a programme is: `DRAFTED` while there is a draft, otherwise whether anything published is open to enrolments. */
export type ProgrammeStatus = 'DRAFTED' | 'PUBLISHED' | 'RETIRED';

/** The status that a refusal names as `currentState`. */
export function programmeStatus({ draft, published }: Programme): ProgrammeStatus {
  if (draft !== undefined) return 'DRAFTED';
  return published.every(({ retired }) => retired) ? 'RETIRED' : 'PUBLISHED';
}
