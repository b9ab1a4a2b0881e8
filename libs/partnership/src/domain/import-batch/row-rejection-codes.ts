/** Why a row of an import is not taken over (domain.md 7.1, and two of form): each code and what it says about the row. */
export const rowRejections = {
  ROW_NO_NAME: 'The row names no company.',
  ROW_BAD_DATE: 'A date in the row does not exist, cannot be read or lies in the future.',
  ROW_BAD_AMOUNT: 'An amount in the row cannot be read.',
  ROW_UNKNOWN_CATEGORY: 'The row’s category is none of the mapping’s.',
  ROW_DUPLICATE_IN_FILE: 'An earlier row of the same file is about the same partnership.',
  PARTNERSHIP_ALREADY_OPEN: 'The company already has an open partnership in the category (I-02).',
  COMPANY_POSSIBLE_DUPLICATE:
    'A registered company has the same domain or nearly the same name; a person has to decide.',
  OWNER_UNKNOWN: 'The row’s owner is no partner manager.',
  INVALID_LEI: 'The row’s LEI is not one: 20 characters, the last two of which check the others (ISO 17442).',
  VALIDATION_FAILED: 'A value of the row breaks a rule of form that no other code names.',
  CURRENCY_UNKNOWN: 'An amount’s currency is not one of ISO 4217.',
} as const;

/** A code of {@link rowRejections}. */
export type RowRejectionCode = keyof typeof rowRejections;

/** Every code. */
export const rowRejectionCodes = Object.keys(rowRejections) as readonly RowRejectionCode[];
