import type { CommonRejectionCode } from '#event-sourcing';

/** When the commands on contact persons are refused (domain.md 2.7, 2.10). */
export const personRejections = {
  PERSON_DUPLICATE: 'Another contact person of the same company has the same mail address.',
  PERSON_ERASED: 'The data of the person was erased; nobody can be named or changed who is no longer known.',
  LEGAL_HOLD:
    'Everything to be erased is under a retention duty; `details` names each field and the day until which it is kept.',
  COMPANY_UNKNOWN: 'No partner company is registered under this id.',
} as const;

/** A code a decision on a contact person may give. */
export type PersonRejectionCode = keyof typeof personRejections | CommonRejectionCode;
