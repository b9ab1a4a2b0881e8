import type { CommonRejectionCode } from '#event-sourcing';

/** When the commands on partner managers are refused (domain.md 2.6). */
export const managerRejections = {
  PORTFOLIO_NOT_HANDED_OVER:
    'An open partnership of the manager has no new manager; `details` names every one of them (domain.md 2.6).',
  CAPACITY_LIMIT:
    'The partner manager would look after more than 120 % of the partnerships one person can (domain.md 2.6).',
  MANAGER_INACTIVE: 'The person is not appointed as partner manager, or was dismissed.',
} as const;

/** A code a decision on a partner manager may give. */
export type ManagerRejectionCode = keyof typeof managerRejections | CommonRejectionCode;
