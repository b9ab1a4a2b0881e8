import type { Reserve } from '../reservation/reserve.js';
import type { ManagerState } from './state.js';

/**
 * What a partner manager has to reserve before the appointment, so that a user is one manager only: the key of the
 * reservation stream and how `reserve` refuses a second one.
 */
export function managerReservation(
  userId: string,
): { readonly key: string } & Omit<Reserve<'VALIDATION_FAILED'>, 'holder'> {
  const message = 'userId: this user is a partner manager already. Use that manager, or dismiss the manager first.';
  return { key: `manager-${userId}`, refusal: { code: 'VALIDATION_FAILED', message, path: 'userId' } };
}

/** Whether a manager still is one: the `holderIsOpen` of `reserve`; `undefined` when nobody was ever appointed. */
export function managerHolds({ manager }: ManagerState): boolean | undefined {
  return manager === undefined ? undefined : manager.dismissedOn === undefined;
}
