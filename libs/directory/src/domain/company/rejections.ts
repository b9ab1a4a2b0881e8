import type { CommonRejectionCode } from '#event-sourcing';

/** When the commands on partner companies are refused (domain.md 2.7). */
export const companyRejections = {
  INVALID_LEI: 'The LEI does not have 20 characters, or its check digits are wrong (ISO 17442).',
  COMPANY_ALREADY_REGISTERED: 'Another company has the same LEI, the same register entry or the same VAT id (I-21).',
  COMPANY_POSSIBLE_DUPLICATE:
    'Another company has the same domain or the same name but for its legal form; `confirmDistinct` says that it is another one.',
} as const;

/** A code a decision on a company may give. */
export type CompanyRejectionCode = keyof typeof companyRejections | CommonRejectionCode;
