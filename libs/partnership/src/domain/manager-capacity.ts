import { CAPACITY_LIMIT_PERCENT, isBeyondLimit, type ManagerFacts } from '#directory/domain';
import { type DecisionWarning, type Rejected, rejected } from '#event-sourcing';

/** What naming a partner manager needs of other streams. */
export interface ManagerNamingFacts {
  /** `undefined` when nobody was ever appointed under the id. */
  readonly manager: ManagerFacts | undefined;
  /** The open partnerships the manager looks after so far, without this one. */
  readonly openPartnerships: number;
}

/** The refusal of a manager who is not appointed (`MANAGER_INACTIVE`) or would have far too much (`CAPACITY_LIMIT`). */
export function refuseManager(
  managerId: string,
  { manager, openPartnerships }: ManagerNamingFacts,
): Rejected<'MANAGER_INACTIVE' | 'CAPACITY_LIMIT'> | undefined {
  if (manager?.active !== true)
    return rejected(
      'MANAGER_INACTIVE',
      `${managerId} is not an active partner manager: appoint or choose another one.`,
    );
  const load = openPartnerships + 1;
  if (!isBeyondLimit(load, manager.capacity)) return undefined;
  return rejected(
    'CAPACITY_LIMIT',
    `${managerId} would have ${String(load)} partnerships, more than ${String(CAPACITY_LIMIT_PERCENT)} % of the capacity of ${String(manager.capacity)}: choose another manager or use SetCapacity.`,
  );
}

/** `CAPACITY_EXCEEDED` when the manager now has more than one person can look after, still below the limit. */
export function capacityWarnings({ manager, openPartnerships }: ManagerNamingFacts): readonly DecisionWarning[] {
  const load = openPartnerships + 1;
  if (manager === undefined || load <= manager.capacity) return [];
  const message = `${manager.managerId} now has ${String(load)} partnerships with a capacity of ${String(manager.capacity)}.`;
  return [{ code: 'CAPACITY_EXCEEDED', message }];
}
