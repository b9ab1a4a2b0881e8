/** How far above capacity a manager may be taken, in percent of it (domain.md 2.6). */
export const CAPACITY_LIMIT_PERCENT = 120;

/** True when so many partnerships are more than a manager of that capacity may look after at all. */
export function isBeyondLimit(partnerships: number, capacity: number): boolean {
  return partnerships * 100 > capacity * CAPACITY_LIMIT_PERCENT;
}
